import { isUtf8 } from "node:buffer";

/** The number of bytes before the first one that is not UTF-8: first whole blocks, then single characters. */
export function findBadByte(content: Uint8Array): number {
  let good = 0;
  while (good < content.length) {
    const sizes = good + BLOCK <= content.length ? [BLOCK - 3, BLOCK - 2, BLOCK - 1, BLOCK] : [];
    const size = [...sizes, 1, 2, 3, 4].find((count) => isUtf8(content.subarray(good, good + count)));
    if (size === undefined) return good;
    good = Math.min(good + size, content.length);
  }
  return good;
}

/** In bytes. A block can end inside a character, which has at most four bytes. */
const BLOCK = 4096;
