import { closeSync, openSync, readSync } from "node:fs";

/** Bytes read at a time. */
const CHUNK = 2 ** 16;

/**
 * The content of a file or a pipe, whose size need not be known: the files of /proc say 0. Null where it has more than
 * `maxBytes` bytes, of which no more than one chunk more is read.
 *
 * @throws the error of the system
 */
export function readLimited(path: string, maxBytes: number): Uint8Array | null {
  const descriptor = openSync(path, "r");
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    while (size <= maxBytes) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const count = readSync(descriptor, chunk);
      if (count === 0) return Buffer.concat(chunks, size);
      chunks.push(chunk.subarray(0, count));
      size += count;
    }
    return null;
  } finally {
    closeSync(descriptor);
  }
}
