import { findLineEnd } from "./find-line-end.js";

/**
 * Decodes uuencode as Python's email package does (email/message.py, _decode_uu): the text before the begin line and
 * behind the end line is dropped, and a body that can't be decoded stays as it is.
 */
export function decodeUuencode(body: Buffer): Uint8Array {
  const begin = findBegin(body);
  if (begin === -1) return body;
  const decoded = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let start = begin; start < body.length && !isEndLine(body, start); start = findLineEnd(body, start)) {
    const count = decodeLine(body, start, decoded, length);
    if (count === null) return body;
    length += count;
  }
  return decoded.subarray(0, length);
}

/** Where the line behind `begin MODE NAME` starts; -1 if there is none. */
function findBegin(body: Buffer): number {
  for (let at = body.indexOf("begin "); at !== -1; at = body.indexOf("begin ", at + 1)) {
    if (at > 0 && !isLineEnd(body[at - 1])) continue;
    if (/^begin [0-7]+\s/.test(body.toString("latin1", at, at + 64))) return findLineEnd(body, at);
  }
  return -1;
}

/** `end`, with blanks around it. */
function isEndLine(body: Buffer, start: number): boolean {
  let index = start;
  while (isBlank(body[index])) index += 1;
  if (body[index] !== 0x65 || body[index + 1] !== 0x6e || body[index + 2] !== 0x64) return false;
  index += 3;
  while (isBlank(body[index])) index += 1;
  return isLineEnd(body[index]);
}

function isBlank(byte: number | undefined): boolean {
  return byte === BLANK || byte === 0x09 || byte === 0x0c;
}

const [LF, CR, BLANK] = [0x0a, 0x0d, 0x20];

/** The first character is the number of bytes, each other one six bits above a blank; final blanks may be missing. */
function decodeLine(body: Buffer, start: number, target: Buffer, offset: number): number | null {
  const count = (body[start]! - BLANK) & 63;
  if (isLineEnd(body[start]) || offset + count > target.length) return null;
  let [index, bits, value] = [start + 1, 0, 0];
  for (let written = 0; written < count;) {
    const byte = isLineEnd(body[index]) ? BLANK : body[index++]!;
    if (byte < BLANK || byte > BLANK + 64) return null;
    value = ((value << 6) | ((byte - BLANK) & 63)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    target[offset + written++] = value >> bits;
  }
  return count;
}

/** The end of the body ends a line too. */
function isLineEnd(byte = LF): boolean {
  return byte === LF || byte === CR;
}
