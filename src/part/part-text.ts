import type { Part } from "../model.js";
import { memoizeContent } from "./memoize-content.js";

/** Bytes of a part that are looked through: eight times what the widest platform takes (platforms/platforms.ts). */
const SEARCHED_BYTES = 2 ** 22;

const readSearched = memoizeContent((content) => decode(content.subarray(0, SEARCHED_BYTES)));

/** The part's text with a byte order mark, if it has one; of a part over 4 MiB its first 4 MiB. */
export function readText({ content }: Part): string {
  return readSearched(content);
}

/** Its first bytes as text: enough for a marker, and for more of a first line than Linux reads. */
export function readHead({ content }: Part): string {
  return decode(content.subarray(0, 4096));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
