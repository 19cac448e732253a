/** Part[] → the multipart message, and the parts with their transfer encodings and headers. */
import { createHash } from "node:crypto";
import MimeNode from "nodemailer/lib/mime-node";
import * as quotedPrintable from "nodemailer/lib/qp";
import { isText } from "./content-types.js";
import { KubebootError } from "./errors.js";
import { finding } from "./findings.js";
import type { Part, TransferEncoding } from "./model.js";

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
  const measure = options.gzip ? await loadCompressedSize() : (body: string): number => body.length;
  const encoded = parts.map((part) => encodePart(part, measure));
  const boundary = options.boundary ?? deriveBoundary(encoded);
  if (options.boundary !== null) refuseBoundaryInside(boundary, encoded);
  return { bytes: await writeMessage(encoded, boundary), parts: encoded.map(({ part }) => part) };
}

/** A part with everything that the message says of it. */
interface EncodedPart {
  part: Part;
  headers: string;
  body: string;
}

/** What a body adds to the finished blob, in bytes. */
type Measure = (body: string) => number;

/** Not by Node's zlib, which gives different sizes on different machines: the choice must not. */
async function loadCompressedSize(): Promise<Measure> {
  const { deflateRaw } = await import("pako");
  return (body) => deflateRaw(body).length;
}

function encodePart(part: Part, measure: Measure): EncodedPart {
  const { encoding, body } = encodeContent(part.content, measure);
  const headers = {
    "Content-Type": isText(part.type) ? `${part.type}; charset="utf-8"` : part.type,
    "MIME-Version": "1.0",
    "Content-Transfer-Encoding": encoding,
    "Content-Disposition": `attachment; ${filenameParameter(part.filename)}`,
    ...part.headers,
  };
  const node = new MimeNode().createChild();
  setHeaders(node, headers);
  return { part: { ...part, transferEncoding: encoding, headers }, headers: node.buildHeaders(), body };
}

/** 7bit where nothing can go wrong with it, else the encoding that makes the finished blob smaller. */
function encodeContent(content: Uint8Array, measure: Measure): { encoding: TransferEncoding; body: string } {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (isSafeAs7bit(bytes)) return { encoding: "7bit", body: bytes.toString("latin1") };
  const base64 = { encoding: "base64" as const, body: wrapBase64(bytes) };
  if (leastQuotedPrintable(bytes) > 2 * base64.body.length) return base64;
  const quoted = { encoding: "quoted-printable" as const, body: encodeQuotedPrintable(bytes) };
  return measure(quoted.body) <= measure(base64.body) ? quoted : base64;
}

/** RFC 2045 section 2.7: short lines of US-ASCII without NUL and without a CR, which readers rewrite. */
function isSafeAs7bit(bytes: Buffer): boolean {
  let lineLength = 0;
  for (const byte of bytes) {
    if (byte === 0x0a) lineLength = 0;
    else if ((byte < 0x20 && byte !== 0x09) || byte > 0x7e || ++lineLength > 998) return false;
  }
  return true;
}

function wrapBase64(bytes: Buffer): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += 57) lines.push(bytes.toString("base64", start, start + 57));
  return lines.join("\n");
}

/** How many bytes quoted-printable takes at least: three for each byte that is not literal. */
function leastQuotedPrintable(bytes: Buffer): number {
  let size = bytes.length;
  for (const byte of bytes)
    if ((byte < 0x20 && byte !== 0x09 && byte !== 0x0a) || byte > 0x7e || byte === 0x3d) size += 2;
  return size;
}

/**
 * Slices end in LF, so each can be wrapped by itself, and memory stays a small multiple of the content.
 * nodemailer leaves a CR as it is; a message with LF line ends has no place for one.
 */
function encodeQuotedPrintable(bytes: Buffer): string {
  const slices: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const lineEnd = bytes.indexOf(0x0a, start + 65_536);
    const end = lineEnd === -1 ? bytes.length : lineEnd + 1;
    const encoded = quotedPrintable.encode(bytes.subarray(start, end)).replaceAll("\r", "=0D");
    slices.push(quotedPrintable.wrap(encoded).replaceAll("\r", ""));
    start = end;
  }
  return slices.join("");
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

/** `=_` can't occur in quoted-printable (RFC 2045 section 6.7), and `_` not in base64. */
function deriveBoundary(encoded: readonly EncodedPart[]): string {
  const hash = createHash("sha256");
  for (const { headers, part } of encoded) hash.update(`${headers}\n\n${part.content.length}\n`).update(part.content);
  for (;;) {
    const boundary = `=_kubeboot_${hash.copy().digest("hex").slice(0, 20)}`;
    if (!encoded.some((part) => occursIn(boundary, part))) return boundary;
    hash.update("again");
  }
}

function refuseBoundaryInside(boundary: string, encoded: readonly EncodedPart[]): void {
  const findings = encoded
    .filter((part) => occursIn(boundary, part))
    .map(({ part: { path, filename } }) => finding("boundary-in-part", { path }, { boundary, filename }));
  if (findings.length > 0) throw new KubebootError("invalid", "the boundary occurs in a part", findings);
}

function occursIn(boundary: string, { part, headers, body }: EncodedPart): boolean {
  return headers.includes(boundary) || body.includes(boundary) || Buffer.from(part.content).includes(boundary);
}

/**
 * mime-node gives every root a Date and a Message-ID, so the message is a child. Bodies go in raw: left
 * to itself mime-node writes CRs into quoted-printable, which its own line end conversion then deletes.
 * A part without a body ends with its headers (RFC 2046 section 5.1.1): some readers take a blank line
 * between the headers and the boundary for content.
 */
async function writeMessage(encoded: readonly EncodedPart[], boundary: string): Promise<Uint8Array> {
  const message = new MimeNode(undefined, { newline: "linux" }).createChild(undefined, { newline: "linux" });
  setHeaders(message, { "Content-Type": `multipart/mixed; boundary="${boundary}"`, "MIME-Version": "1.0" });
  message.multipart = "mixed";
  message.boundary = boundary;
  for (const { headers, body } of encoded) {
    message.createChild().setRaw(body === "" ? `${headers}\n` : `${headers}\n\n${body}`);
  }
  return message.build();
}

/** As prepared values, which mime-node neither rewrites nor folds: cloud-init drops a folded merge type. */
function setHeaders(node: MimeNode, headers: Record<string, string>): void {
  for (const [key, value] of Object.entries(headers)) node.setHeader(key, { prepared: true, value });
}
