/** The bytes of a body → the decoded bytes, as Python's email package returns them (email/message.py, get_payload). */
import type { TransferEncoding } from "../model.js";
import { decodeUuencode } from "./decode-uuencode.js";

/** The encoding that a Content-Transfer-Encoding names, in any case; an unknown one counts as `binary`. */
export function readTransferEncoding(declared: string | null): TransferEncoding {
  const name = declared?.toLowerCase() ?? "7bit";
  if (name === "8bit" || name === "quoted-printable" || name === "base64" || name === "7bit") return name;
  return ["x-uuencode", "uuencode", "uue", "x-uue"].includes(name) ? "x-uuencode" : "binary";
}

/** Decodes a body. Broken input gives the same result as in Python; nothing is thrown. */
export function decodeBody(body: Buffer, encoding: TransferEncoding): Uint8Array {
  if (encoding === "quoted-printable") return decodeQuotedPrintable(body);
  if (encoding === "base64") return decodeBase64(body);
  return encoding === "x-uuencode" ? decodeUuencode(body) : body;
}

const [LF, CR, EQUALS] = [0x0a, 0x0d, 0x3d];

/** Python's binascii.a2b_qp: an equals sign that starts no escape is literal. */
function decodeQuotedPrintable(body: Buffer): Uint8Array {
  const decoded = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let index = 0; index < body.length;) {
    const byte = body[index++]!;
    if (byte !== EQUALS) decoded[length++] = byte;
    else if (index < body.length) {
      const next = body[index]!;
      const value = readHex(body, index);
      if (next === LF || next === CR) index = skipLineEnd(body, index);
      else if (value !== null) {
        decoded[length++] = value;
        index += 2;
      } else {
        decoded[length++] = EQUALS;
        if (next === EQUALS) index += 1;
      }
    }
  }
  return decoded.subarray(0, length);
}

function readHex(body: Buffer, index: number): number | null {
  const [high, low] = [hexDigit(body[index]), hexDigit(body[index + 1])];
  return high === null || low === null ? null : high * 16 + low;
}

function hexDigit(byte = 0): number | null {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : null;
}

/** A soft line break that begins with a CR skips everything up to the LF. */
function skipLineEnd(body: Buffer, index: number): number {
  const end = body.indexOf(LF, index);
  return end === -1 ? body.length : end + 1;
}

/**
 * Python's binascii.a2b_base64: characters outside the alphabet are skipped, padding that completes a group ends the
 * data, and text that can't be base64 stays as it is, without its line ends.
 */
function decodeBase64(body: Buffer): Uint8Array {
  const digits = Buffer.allocUnsafe(body.length);
  let [length, padding] = [0, 0];
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index]!;
    if (byte === EQUALS) {
      padding += 1;
      if (length % 4 >= 2 && (length % 4) + padding >= 4) break;
    } else if (isBase64Digit(byte)) {
      digits[length++] = byte;
      padding = 0;
    }
  }
  if (length % 4 === 1) return body.filter((byte) => byte !== LF && byte !== CR);
  return decodeDigits(digits.subarray(0, length));
}

/** In blocks, because one string would take as much memory again. */
function decodeDigits(digits: Buffer): Uint8Array {
  const decoded = Buffer.allocUnsafe(Math.floor((digits.length * 3) / 4));
  let length = 0;
  for (let start = 0; start < digits.length; start += 65_536) {
    length += decoded.write(digits.toString("latin1", start, start + 65_536), length, "base64");
  }
  return decoded;
}

function isBase64Digit(byte: number): boolean {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x2f && byte <= 0x39) || byte === 0x2b;
}
