/** base64 (RFC 4648 section 4). */
import { throwInvalidBlob } from "../errors.js";
import { finding } from "../findings/finding.js";
import { gzip } from "./gzip.js";
import type { LayerCodec } from "./layer-codec.js";

export const base64: LayerCodec = {
  compresses: false,
  // Words are in base64's alphabet too, so the decoded bytes must look like the start of a blob.
  isAround: (bytes) => isInAlphabet(bytes) && isBlobStart(decodeHead(bytes)),
  peek: decodeHead,
  // One line without a line end: cloud-init decodes it strictly (util.py, maybe_b64decode).
  wrap: async (bytes) => Buffer.from(Buffer.from(bytes).toString("base64")),
  unwrap: async (bytes, { path }) => decode(bytes) ?? throwInvalidBlob(finding("blob-base64-cut", { path })),
};

function decodeHead(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes.subarray(0, 4096)).toString("latin1"), "base64");
}

function isBlobStart(head: Uint8Array): boolean {
  return gzip.isAround(head) || isTextStart(head);
}

/** The head may end inside a character, which streaming allows. */
function isTextStart(head: Uint8Array): boolean {
  if (head.length === 0 || head.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Lines of base64 with padding at the very end; ignores blanks at both ends. */
function isInAlphabet(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && isBlank(bytes[end - 1]!)) end -= 1;
  for (let padding = 0; padding < 2 && bytes[end - 1] === 0x3d; padding += 1) end -= 1;
  let start = 0;
  while (start < end && isBlank(bytes[start]!)) start += 1;
  const first = start;
  while (start < end && ALPHABET[bytes[start]!] === 1) start += 1;
  return first < end && start === end;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** For each byte, whether it can occur within base64; a table because every byte of a blob is looked up. */
const ALPHABET = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9+/\r\n]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/**
 * Returns null for a text that ends inside a group of four, because Node would drop the last bytes. Works in blocks
 * of whole groups, because one string would take as much memory again.
 */
function decode(bytes: Uint8Array): Uint8Array | null {
  const decoded = Buffer.allocUnsafe(Math.ceil((bytes.length * 3) / 4));
  const block = Buffer.allocUnsafe(65_536);
  let [filled, length] = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    if (!isBlank(bytes[index]!)) block[filled++] = bytes[index]!;
    if (filled < block.length) continue;
    length += decoded.write(block.toString("latin1"), length, "base64");
    filled = 0;
  }
  if (filled % 4 !== 0) return null;
  return decoded.subarray(0, length + decoded.write(block.toString("latin1", 0, filled), length, "base64"));
}
