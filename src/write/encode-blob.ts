/** The message → the blob: gzip and base64 around the whole. */

/** What is put around the message. */
export interface EncodeOptions {
  gzip: boolean;
  base64: boolean;
}

/**
 * Wraps the message. gzip is done in JavaScript: Node's zlib gives different bytes on different machines
 * and versions. base64 is one line without an end: cloud-init decodes it strictly, a line end included
 * (util.py, maybe_b64decode).
 */
export async function encodeBlob(message: Uint8Array, { gzip, base64 }: EncodeOptions): Promise<Uint8Array> {
  const blob = gzip ? (await import("pako")).gzip(message, { level: 9 }) : message;
  return base64 ? Buffer.from(Buffer.from(blob).toString("base64")) : blob;
}
