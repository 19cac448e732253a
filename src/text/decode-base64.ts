/** Text that should be base64 → the result of Python's lenient decoder (CPython, binascii.a2b_base64). */

/** The decoded bytes, and what was skipped. */
export interface DecodedBase64 {
  /** Null where Python raises. */
  bytes: Buffer | null;
  /** The offset of the first skipped character that is not a blank or a line end; null if there is none. */
  skipped: number | null;
}

/** Decodes as far as Python does: up to the padding that completes a group. */
export function decodeBase64(text: string): DecodedBase64 {
  const end = findEnd(text);
  const data = text.slice(0, end ?? text.length).replace(/[^A-Za-z0-9+/]/g, "");
  const isTaken = /^[\x00-\x7f]*$/.test(text) && (end !== null || data.length % 4 === 0);
  const skipped = text.search(/[^A-Za-z0-9+/=\s]/);
  const behind = end === null ? -1 : text.slice(end).search(/[^=\s]/);
  return {
    bytes: isTaken ? Buffer.from(data, "base64") : null,
    skipped: skipped !== -1 ? skipped : behind === -1 ? null : end! + behind,
  };
}

/** The offset behind the padding that completes a group, or null. Padding counts only if it is contiguous. */
function findEnd(text: string): number | null {
  let [data, padding] = [0, 0];
  for (const { 0: character, index } of text.matchAll(/[A-Za-z0-9+/=]/g)) {
    if (character !== "=") [data, padding] = [(data + 1) % 4, 0];
    else if (data >= 2 && data + ++padding >= 4) return index + 1;
  }
  return null;
}
