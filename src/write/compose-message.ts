/** Part[] → the multipart message, and the parts with their transfer encodings and headers. */
import { KubebootError } from "../errors.js";
import { finding } from "../findings/finding.js";
import type { Part } from "../model.js";
import { encodeContent, encodeShorter, loadEncodeForCompression, type EncodeSmaller } from "./encode-content.js";
import { listHeaders, writeHeaders } from "./write-headers.js";

/** Options for writing the message. */
export interface ComposeOptions {
  /** The boundary; null derives one from the parts. */
  boundary: string | null;
  /** Whether the message will be compressed, which decides which transfer encoding is smaller. */
  compressed: boolean;
}

/** The finished message and its parts. */
export interface ComposedMessage {
  bytes: Uint8Array;
  parts: Part[];
}

/**
 * Writes the parts as one multipart/mixed message (RFC 2046 section 5.1.3): LF line ends, no Date, no Message-ID, and
 * each part encoded so that Python's email package decodes it to the exact bytes.
 *
 * @throws {KubebootError} `invalid` when the given boundary occurs in a part
 */
export async function composeMessage(parts: readonly Part[], options: ComposeOptions): Promise<ComposedMessage> {
  const encodeSmaller = options.compressed ? await loadEncodeForCompression() : encodeShorter;
  const encoded = parts.map((part) => encodePart(part, encodeSmaller));
  const boundary = options.boundary ?? deriveBoundary(encoded);
  if (options.boundary !== null) refuseBoundaryInside(boundary, encoded);
  return { bytes: writeMessage(encoded, boundary), parts: encoded.map(({ part }) => part) };
}

/** A part with its headers and encoded body. */
interface EncodedPart {
  part: Part;
  headers: string;
  body: string;
}

function encodePart(part: Part, encodeSmaller: EncodeSmaller): EncodedPart {
  const { encoding, body } = encodeContent(asBuffer(part.content), encodeSmaller);
  const headers = listHeaders(part, encoding);
  return { part: { ...part, transferEncoding: encoding, headers }, headers: writeHeaders(headers), body };
}

/** The first numbered boundary that occurs in no part. `=_` can't occur in quoted-printable (RFC 2045 section 6.7). */
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
 * Joins the pieces (RFC 2046 section 5.1.1). A part without a body ends with its headers: some readers treat a blank
 * line between the headers and the boundary as content.
 */
function writeMessage(encoded: readonly EncodedPart[], boundary: string): Uint8Array {
  const type = `multipart/mixed; boundary="${boundary}"`;
  const pieces = [writeHeaders({ "Content-Type": type, "MIME-Version": "1.0" }), "\n"];
  for (const { headers, body } of encoded) {
    pieces.push(`\n--${boundary}\n`, headers, body === "" ? "\n" : "\n\n", body);
  }
  pieces.push(`\n--${boundary}--\n`);
  const message = Buffer.allocUnsafe(pieces.reduce((size, piece) => size + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) offset += message.write(piece, offset, "latin1");
  return message;
}
