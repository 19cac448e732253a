/** A part's bytes → US-ASCII that Python's email package decodes to the same bytes. */
import * as quotedPrintable from "nodemailer/lib/qp";
import type { TransferEncoding } from "../model.js";

/** Content as written in the message. */
export interface EncodedContent {
  encoding: TransferEncoding;
  /** US-ASCII. */
  body: string;
}

/** Encodes content that can't be sent as 7bit so that the finished blob is as small as possible. */
export type EncodeSmaller = (bytes: Buffer) => EncodedContent;

/** As 7bit if no reader can damage it, else as `encodeSmaller` does. */
export function encodeContent(bytes: Buffer, encodeSmaller: EncodeSmaller): EncodedContent {
  const body = bytes.toString("latin1");
  return isSafeAs7bit(body) ? { encoding: "7bit", body } : encodeSmaller(bytes);
}

/** For an uncompressed message. Skips encodings that counting rules out. */
export function encodeShorter(bytes: Buffer): EncodedContent {
  const base64Size = Math.ceil(bytes.length / 3) * 4 + Math.floor((bytes.length - 1) / 57);
  if (countQuotedPrintable(bytes) > base64Size) return asBase64(bytes);
  const quoted = asQuotedPrintable(bytes);
  return quoted.body.length <= base64Size ? quoted : asBase64(bytes);
}

/** For a message that will be compressed. */
export async function loadEncodeForCompression(): Promise<EncodeSmaller> {
  const { isIncompressible, measureCompressed } = await import("../layers/compress-bytes.js");
  const measure = ({ body }: EncodedContent): number => measureCompressed(Buffer.from(body, "latin1"));
  return (bytes) => {
    const base64 = asBase64(bytes);
    // Nothing is shorter than base64 then, and quoted-printable takes three times the memory.
    if (isIncompressible(bytes)) return base64;
    const quoted = asQuotedPrintable(bytes);
    return measure(quoted) <= measure(base64) ? quoted : base64;
  };
}

/** RFC 2045 section 2.7: short lines of US-ASCII without NUL and without a CR, which readers rewrite. */
function isSafeAs7bit(body: string): boolean {
  return !/[^\t\n -~]/.test(body) && !hasLongLine(body);
}

/** Searches, because V8 would take longer to optimize a loop over the characters of the part handler. */
function hasLongLine(text: string): boolean {
  for (let start = 0, end = 0; end !== -1; start = end + 1) {
    end = text.indexOf("\n", start);
    if ((end === -1 ? text.length : end) - start > 998) return true;
  }
  return false;
}

/** In lines of 76, the longest allowed by RFC 2045 section 6.8; in blocks, because one string per line is slow. */
function asBase64(bytes: Buffer): EncodedContent {
  const blocks: string[] = [];
  for (let start = 0; start < bytes.length; start += 57 * 1024) {
    blocks.push(bytes.toString("base64", start, start + 57 * 1024).replace(/.{76}(?=.)/g, "$&\n"));
  }
  return { encoding: "base64", body: blocks.join("\n") };
}

/** The minimum size of quoted-printable, without soft line breaks: three bytes for each that is not literal. */
function countQuotedPrintable(bytes: Buffer): number {
  let size = bytes.length;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]!;
    if ((byte < 0x20 && byte !== 0x09 && byte !== 0x0a) || byte > 0x7e || byte === 0x3d) size += 2;
  }
  return size;
}

/**
 * Slices end in LF, so each can be wrapped separately, and memory stays a small multiple of the content. nodemailer
 * does not encode a CR, which must not occur in a message with LF line ends.
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
