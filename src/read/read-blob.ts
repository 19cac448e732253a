/** A blob as given → its layers, its message and its parts. */
import type { ReadBundle } from "../model.js";
import { decodeBlob } from "./decode-blob.js";
import { parseMessage, type ParseOptions } from "./parse-message.js";

/**
 * Reads a blob.
 *
 * @throws {KubebootError} `invalid` for a blob that is broken, exceeds the limit, or is unknown to cloud-init
 */
export async function readBlob(blob: Uint8Array, options: ParseOptions): Promise<ReadBundle> {
  const { bytes: message, layers } = await decodeBlob(blob, options);
  const { parts, findings } = await parseMessage(message, options);
  return { bytes: blob, layers, message, parts, findings };
}
