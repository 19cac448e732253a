/** A blob as found → the message inside: gzip and base64 around the whole are undone. */
import { findMarker } from "../part/content-types.js";
import { finding } from "../findings/finding.js";
import { findHeaders } from "../mime/find-headers.js";
import type { Layer } from "../model.js";
import { throwInvalidBlob } from "../findings/throw-invalid-blob.js";
import { unzip } from "./unzip.js";

/** The message, and what stood around it, outermost first. */
export interface DecodedBlob {
  bytes: Uint8Array;
  layers: Layer[];
}

/** What bounds the work. */
export interface DecodeOptions {
  /** How findings name the blob. */
  path: string;
  /** The most that the blob may have, in bytes, as it is and after each layer. */
  maxBytes: number;
}

/** More than anything real has; a blob can be made to unpack for ever. */
const MOST_LAYERS = 4;

/**
 * Undoes up to four layers, in any order.
 *
 * @throws {KubebootError} `invalid` for a layer that is broken, for more than four, and for a blob over
 *   the limit
 */
export async function decodeBlob(blob: Uint8Array, { path, maxBytes }: DecodeOptions): Promise<DecodedBlob> {
  const layers: Layer[] = [];
  let bytes = blob;
  for (;;) {
    if (bytes.length > maxBytes) throwInvalidBlob(finding("blob-too-large", { path }, { maxBytes }));
    const layer = findLayer(bytes);
    if (layer === null) return { bytes, layers };
    if (layers.push(layer) > MOST_LAYERS) throwInvalidBlob(finding("blob-too-deep", { path }, { most: MOST_LAYERS }));
    bytes = layer === "gzip" ? await decodeGzip(bytes, { path, maxBytes }) : decodeBase64(bytes, path);
  }
}

/**
 * Whether the bytes are a finished blob and not a source: a multipart message, a cloud-config archive, or
 * either of them under gzip or base64. Looks at the first 64 KiB alone, but for what may be base64.
 */
export function looksLikeBlob(bytes: Uint8Array): boolean {
  if (isGzip(bytes)) return true;
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (/^content-type:\s*multipart\//im.test(findHeaders(bytes)?.headers ?? "")) return true;
  if (findMarker(head)?.marker === "#cloud-config-archive") return true;
  return isBase64(bytes) && looksLikeBlob(decodeHead(bytes));
}

function findLayer(bytes: Uint8Array): Layer | null {
  if (isGzip(bytes)) return "gzip";
  return isBase64(bytes) ? "base64" : null;
}

/** RFC 1952 section 2.3.1: ID1, ID2. */
function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

/** Words are in base64's alphabet too, so what it decodes to must be something that a blob can be. */
function isBase64(bytes: Uint8Array): boolean {
  if (!isInAlphabet(bytes)) return false;
  const head = decodeHead(bytes);
  return isGzip(head) || isTextStart(head);
}

function decodeHead(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes.subarray(0, 4096)).toString("latin1"), "base64");
}

/** Lines of base64 (RFC 4648 section 4), padding at the very end; blanks at both ends don't count. */
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

/** For each byte, whether it can stand within base64; a table because this looks at every byte of a blob. */
const ALPHABET = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9+/\r\n]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

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

/**
 * In blocks of whole groups of four, for a string of the whole would take as much memory again. Node stops at
 * what is no base64; a text cut off inside a group would lose bytes unnoticed.
 */
function decodeBase64(bytes: Uint8Array, path: string): Uint8Array {
  const decoded = Buffer.allocUnsafe(Math.ceil((bytes.length * 3) / 4));
  const block = Buffer.allocUnsafe(65_536);
  let [filled, length] = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    if (!isBlank(bytes[index]!)) block[filled++] = bytes[index]!;
    if (filled < block.length) continue;
    length += decoded.write(block.toString("latin1"), length, "base64");
    filled = 0;
  }
  if (filled % 4 !== 0) throwInvalidBlob(finding("blob-base64-cut", { path }));
  return decoded.subarray(0, length + decoded.write(block.toString("latin1", 0, filled), length, "base64"));
}

async function decodeGzip(bytes: Uint8Array, { path, maxBytes }: DecodeOptions): Promise<Uint8Array> {
  const unpacked = await unzip(bytes, maxBytes);
  if (unpacked instanceof Uint8Array) return unpacked;
  if (unpacked.tooLarge) return throwInvalidBlob(finding("blob-too-large", { path }, { maxBytes }));
  return throwInvalidBlob(finding("blob-gzip-broken", { path }, { reason: unpacked.reason }));
}
