/** Part[] → the multipart message, and the parts with their transfer encodings and headers. */
import MimeNode from "nodemailer/lib/mime-node";
import * as quotedPrintable from "nodemailer/lib/qp";
import { isText } from "../part/content-types.js";
import { KubebootError } from "../errors.js";
import { finding } from "../findings/finding.js";
import type { Part, TransferEncoding } from "../model.js";

/** How the message is written. */
export interface ComposeOptions {
  /** The boundary; null derives one from the parts. */
  boundary: string | null;
  /** Whether the message will be compressed: that decides which transfer encoding is the smaller. */
  gzip: boolean;
}

/** The finished message and what is in it. */
export interface ComposedMessage {
  bytes: Uint8Array;
  parts: Part[];
}

/**
 * Writes the parts as one multipart/mixed message (RFC 2046 section 5.1.3): LF line ends, no Date, no
 * Message-ID, and each part encoded so that Python's email package gives back the exact bytes.
 *
 * @throws {KubebootError} `invalid` when the given boundary occurs in a part
 */
export async function composeMessage(parts: readonly Part[], options: ComposeOptions): Promise<ComposedMessage> {
  const choose = options.gzip ? await loadSmallerCompressed() : chooseSmaller;
  const encoded = parts.map((part) => encodePart(part, choose));
  const boundary = options.boundary ?? deriveBoundary(encoded);
  if (options.boundary !== null) refuseBoundaryInside(boundary, encoded);
  return { bytes: writeMessage(encoded, boundary), parts: encoded.map(({ part }) => part) };
}

/** A part with everything that the message says of it. */
interface EncodedPart {
  part: Part;
  headers: string;
  body: string;
}

/** Content as it stands in the message. */
interface EncodedContent {
  encoding: TransferEncoding;
  /** US-ASCII. */
  body: string;
}

/** Encodes content that can't go as 7bit, so that the finished blob is as small as it can be. */
type Choose = (bytes: Buffer) => EncodedContent;

function encodePart(part: Part, choose: Choose): EncodedPart {
  const { encoding, body } = encodeContent(part.content, choose);
  const headers = {
    "Content-Type": isText(part.type) ? `${part.type}; charset="utf-8"` : part.type,
    "MIME-Version": "1.0",
    "Content-Transfer-Encoding": encoding,
    "Content-Disposition": `attachment; ${filenameParameter(part.filename)}`,
    ...part.headers,
  };
  return { part: { ...part, transferEncoding: encoding, headers }, headers: buildHeaders(headers), body };
}

function encodeContent(content: Uint8Array, choose: Choose): EncodedContent {
  const bytes = asBuffer(content);
  return isSafeAs7bit(bytes) ? { encoding: "7bit", body: bytes.toString("latin1") } : choose(bytes);
}

/** What counting tells need not be encoded. */
function chooseSmaller(bytes: Buffer): EncodedContent {
  const base64Size = Math.ceil(bytes.length / 3) * 4 + Math.floor((bytes.length - 1) / 57);
  if (countQuotedPrintable(bytes) > base64Size) return asBase64(bytes);
  const quoted = asQuotedPrintable(bytes);
  return quoted.body.length <= base64Size ? quoted : asBase64(bytes);
}

/** Not by Node's zlib, which gives different sizes on different machines: the choice must not. */
async function loadSmallerCompressed(): Promise<Choose> {
  const { deflateRaw } = await import("pako");
  return (bytes) => {
    const [quoted, base64] = [asQuotedPrintable(bytes), asBase64(bytes)];
    return deflateRaw(quoted.body).length <= deflateRaw(base64.body).length ? quoted : base64;
  };
}

/** RFC 2045 section 2.7: short lines of US-ASCII without NUL and without a CR, which readers rewrite. */
function isSafeAs7bit(bytes: Buffer): boolean {
  let lineLength = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]!;
    if (byte === 0x0a) lineLength = 0;
    else if ((byte < 0x20 && byte !== 0x09) || byte > 0x7e || ++lineLength > 998) return false;
  }
  return true;
}

/** In lines of 76, the longest that RFC 2045 section 6.8 allows; in blocks, for one string a line is slow. */
function asBase64(bytes: Buffer): EncodedContent {
  const blocks: string[] = [];
  for (let start = 0; start < bytes.length; start += 57 * 1024) {
    blocks.push(bytes.toString("base64", start, start + 57 * 1024).replace(/.{76}(?=.)/g, "$&\n"));
  }
  return { encoding: "base64", body: blocks.join("\n") };
}

/** The least that quoted-printable takes, which is without soft line breaks: three bytes for each that is not literal. */
function countQuotedPrintable(bytes: Buffer): number {
  let size = bytes.length;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]!;
    if ((byte < 0x20 && byte !== 0x09 && byte !== 0x0a) || byte > 0x7e || byte === 0x3d) size += 2;
  }
  return size;
}

/**
 * Slices end in LF, so each can be wrapped by itself, and memory stays a small multiple of the content.
 * nodemailer leaves a CR as it is; a message with LF line ends has no place for one.
 */
function asQuotedPrintable(bytes: Buffer): EncodedContent {
  const slices: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const lineEnd = bytes.indexOf(0x0a, start + 65_536);
    const end = lineEnd === -1 ? bytes.length : lineEnd + 1;
    const encoded = quotedPrintable.encode(bytes.subarray(start, end)).replaceAll("\r", "=0D");
    slices.push(quotedPrintable.wrap(encoded).replaceAll("\r", ""));
    start = end;
  }
  return { encoding: "quoted-printable", body: slices.join("") };
}

/** Quoted where that is plain to every reader, else as RFC 2231 section 4 has it. */
function filenameParameter(filename: string): string {
  if (/^[\w.@+=~,()[\]{}#$&! -]+$/.test(filename)) return `filename="${filename}"`;
  const encoded = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*!~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename*=utf-8''${encoded}`;
}

/** The first of a row that occurs in no part. `=_` can't occur in quoted-printable (RFC 2045 section 6.7). */
function deriveBoundary(encoded: readonly EncodedPart[]): string {
  for (let number = 0; ; number += 1) {
    const boundary = `=_kubeboot_${number}`;
    if (!encoded.some((part) => occursIn(boundary, part))) return boundary;
  }
}

function refuseBoundaryInside(boundary: string, encoded: readonly EncodedPart[]): void {
  const findings = encoded
    .filter((part) => occursIn(boundary, part))
    .map(({ part: { path, filename } }) => finding("boundary-in-part", { path }, { boundary, filename }));
  if (findings.length > 0) throw new KubebootError("invalid", "the boundary occurs in a part", findings);
}

function occursIn(boundary: string, { part, headers, body }: EncodedPart): boolean {
  return headers.includes(boundary) || body.includes(boundary) || asBuffer(part.content).includes(boundary);
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/**
 * Puts the pieces together (RFC 2046 section 5.1.1). mime-node's own way goes through a dozen streams, which
 * take a tenth of a small bundle's time, and it deletes every CR, those of a body too. A part without a body
 * ends with its headers: some readers take a blank line between the headers and the boundary for content.
 */
function writeMessage(encoded: readonly EncodedPart[], boundary: string): Uint8Array {
  const type = `multipart/mixed; boundary="${boundary}"`;
  const pieces = [buildHeaders({ "Content-Type": type, "MIME-Version": "1.0" }), "\n"];
  for (const { headers, body } of encoded) {
    pieces.push(`\n--${boundary}\n`, headers, body === "" ? "\n" : "\n\n", body);
  }
  pieces.push(`\n--${boundary}--\n`);
  const message = Buffer.allocUnsafe(pieces.reduce((size, piece) => size + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) offset += message.write(piece, offset, "latin1");
  return message;
}

/**
 * The header fields as a block, without a line end behind it. They go in as prepared values, which mime-node
 * neither rewrites nor folds: cloud-init drops a folded merge type. It gives every root a Date and a
 * Message-ID, so the node is a child.
 */
function buildHeaders(headers: Record<string, string>): string {
  const node = new MimeNode(undefined, NO_RANDOM).createChild(undefined, NO_RANDOM);
  for (const [key, value] of Object.entries(headers)) node.setHeader(key, { prepared: true, value });
  return node.buildHeaders().replaceAll("\r", "");
}

/** Keeps mime-node from making up a boundary, for which it would load Node's crypto. */
const NO_RANDOM = { baseBoundary: "unused" };
