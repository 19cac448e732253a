/** A blob as it was given → its layers, its message and its parts. */
import type { ReadBundle } from "../model.js";
import { decodeBlob, type DecodeOptions } from "./decode-blob.js";
import { parseMessage } from "./parse-message.js";

/**
 * Takes a blob apart.
 *
 * @throws {KubebootError} `invalid` for what is broken, over the limit, or nothing that cloud-init knows
 */
export async function readBlob(blob: Uint8Array, options: DecodeOptions): Promise<ReadBundle> {
  const { bytes: message, layers } = await decodeBlob(blob, options);
  const { parts, findings } = await parseMessage(message, options);
  return { bytes: blob, layers, message, parts, findings };
}
