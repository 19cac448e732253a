import type { Part } from "../model.js";
import { memoizeContent } from "./memoize-content.js";

/** The number of bytes of a part that are searched: eight times the largest limit (platforms/platforms.ts). */
const SEARCHED_BYTES = 2 ** 22;

const readSearched = memoizeContent((content) => decode(content.subarray(0, SEARCHED_BYTES)));

/** The part's text, with its byte order mark if it has one; only the first 4 MiB of a larger part. */
export function readText({ content }: Part): string {
  return readSearched(content);
}

/** The first bytes as text: enough for a marker, and for more of a first line than Linux reads. */
export function readHead({ content }: Part): string {
  return decode(content.subarray(0, 4096));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
