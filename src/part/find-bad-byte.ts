import { isUtf8 } from "node:buffer";

/** How many bytes come before the first that is no UTF-8: those of whole blocks, then of single characters. */
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

/** In bytes. It can end inside a character, which has four bytes at most. */
const BLOCK = 4096;
