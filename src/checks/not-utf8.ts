import { isUtf8 } from "node:buffer";
import { isText } from "../content-types.js";
import { finding, placeIn } from "../findings.js";
import type { Check } from "./check.js";

export const notUtf8: Check = {
  codes: ["text-not-utf8"],
  of: "listed",
  essential: true,
  run: (parts) =>
    parts
      .filter(({ type, content }) => isText(type) && !isUtf8(content))
      .map((part) => finding("text-not-utf8", placeIn(part), { type: part.type, offset: findBadByte(part.content) })),
};

/** The length of the longest prefix that is UTF-8: by halving, then back over a character that is cut off. */
function findBadByte(content: Uint8Array): number {
  let good = 0;
  let bad = content.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isUtf8Prefix(content.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  while (!isUtf8(content.subarray(0, good))) good -= 1;
  return good;
}

/** Whether the bytes could go on as UTF-8: a character cut off at the end is no mistake yet. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
