/** What schemas say of a whole blob. */
import type { Layer } from "../model.js";
import { listOf, numberFrom, wordOf } from "./shapes.js";

/** The encodings around a blob. */
export const LAYERS = listOf(
  "The encodings around the message, from the outside in.",
  wordOf<Layer>("An encoding around the whole blob.", { gzip: true, base64: true }),
);

/** The properties of a blob that was read. */
export const BLOB_PROPERTIES = {
  bytes: numberFrom(0, "The size of the blob, in bytes."),
  layers: LAYERS,
  messageBytes: numberFrom(0, "The size of the blob without its layers, in bytes."),
};
