/** Compression whose bytes are the same everywhere: Node's zlib gives different ones on different machines. */
import { deflateRaw, gzip, Z_DEFAULT_STRATEGY, Z_HUFFMAN_ONLY } from "pako";

type Strategy = typeof Z_DEFAULT_STRATEGY | typeof Z_HUFFMAN_ONLY;

/** Smaller blobs are compressed fast enough. */
const LARGE = 2 ** 20;

/** What is looked at of a large content: the first bytes of each step. */
const WINDOW = 8 * 2 ** 10;
const STEP = 128 * 2 ** 10;

/** As gzip (RFC 1952), as small as possible. */
export function compress(bytes: Uint8Array): Uint8Array {
  return gzip(bytes, { level: 9, strategy: chooseStrategy(bytes) });
}

/** The size of the compressed bytes, as fast as possible. */
export function measureCompressed(bytes: Uint8Array): number {
  return deflateRaw(bytes, { strategy: chooseStrategy(bytes) }).length;
}

/** Whether the content is large, and compressing it makes it no smaller: encrypted or compressed bytes. */
export function isIncompressible(bytes: Uint8Array): boolean {
  return bytes.length >= LARGE && sumSizes(bytes, Z_DEFAULT_STRATEGY) >= sumSizes(bytes, null);
}

/**
 * Searching for repetitions takes most of the time. It is left out of large contents that have next to none, such as
 * encrypted or compressed ones in base64: their result is as small without.
 */
function chooseStrategy(bytes: Uint8Array): Strategy {
  if (bytes.length < LARGE) return Z_DEFAULT_STRATEGY;
  const hasRepetitions = sumSizes(bytes, Z_DEFAULT_STRATEGY) < sumSizes(bytes, Z_HUFFMAN_ONLY) * 0.995;
  return hasRepetitions ? Z_DEFAULT_STRATEGY : Z_HUFFMAN_ONLY;
}

/** The size of all windows, compressed each by itself, or as they are. */
function sumSizes(bytes: Uint8Array, strategy: Strategy | null): number {
  let size = 0;
  for (let start = 0; start < bytes.length; start += STEP) {
    const window = bytes.subarray(start, start + WINDOW);
    size += strategy === null ? window.length : deflateRaw(window, { strategy }).length;
  }
  return size;
}
