/** The message → its parts, each as cloud-init takes it and as its headers declare it. */
import { isUtf8 } from "node:buffer";
import { MARKERS, isText } from "./content-types.js";
import { KubebootError } from "./errors.js";
import { finding } from "./findings.js";
import { decodeBody, readTransferEncoding } from "./mime/decode-body.js";
import { parseParameter } from "./mime/header-parameters.js";
import { findField } from "./mime/read-headers.js";
import { SplitLimitError, splitMessage, type Entity, type SplitLimits } from "./mime/split-message.js";
import type { Finding, ReadPart } from "./model.js";

/** What came of parsing. A finding of severity error tells what cloud-init would not read. */
export interface ParsedMessage {
  parts: ReadPart[];
  findings: Finding[];
}

/** What bounds the work. */
export interface ParseOptions {
  /** How findings name the blob. */
  path: string;
}

/** Far more than user-data has; Python's own parser gives up a few hundred levels down. */
const LIMITS: SplitLimits = { depth: 100, entities: 10_000, headerBytes: 4 * 1024 * 1024 };

/**
 * Reads multipart messages, single texts with a marker, and cloud-config archives.
 *
 * @throws {KubebootError} `invalid` for what has no parts, or more than anything real has
 */
export async function parseMessage(message: Uint8Array, options: ParseOptions): Promise<ParsedMessage> {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const { path } = options;
  const start = findStart(bytes);
  const alone = hasMimeVersion(bytes) || start !== null ? null : sniffType(bytes);
  if (alone !== null) return { parts: [takeAlone(bytes, alone, path)], findings: [] };
  if (!hasMimeVersion(bytes) && start === null) refuse(finding("blob-unknown", { path }));
  const parts = splitParts(bytes, start ?? 0, path);
  if (parts.length === 0) refuse(finding("blob-no-parts", { path }));
  return { parts, findings: findDefects(bytes, start, path) };
}

function refuse(found: Finding): never {
  throw new KubebootError("invalid", `${found.path}: ${found.message}`, [found]);
}

/** How cloud-init tells MIME from anything else (user_data.py, convert_string). */
function hasMimeVersion(bytes: Buffer): boolean {
  return bytes.toString("latin1", 0, 4096).toLowerCase().includes("mime-version:");
}

/**
 * Where the headers of a message start that says what it is, behind blank lines and a byte order mark; null
 * where there are none.
 */
function findStart(bytes: Buffer): number | null {
  const head = bytes.toString("latin1", 0, 4096);
  const blanks = /^(?:\xef\xbb\xbf)?\s*/.exec(head)![0];
  const headers = /^(?:[!-9;-~]+:.*(?:\r\n|\r|\n|$)(?:[ \t].*(?:\r\n|\r|\n|$))*)+/.exec(head.slice(blanks.length))?.[0];
  return /^(content-type|mime-version):/im.test(headers ?? "") ? blanks.length : null;
}

function findDefects(bytes: Buffer, start: number | null, path: string): Finding[] {
  const findings: Finding[] = [];
  if (!hasMimeVersion(bytes)) findings.push(finding("mime-version-late", { path }));
  if (start !== null && start > 0) findings.push(finding("mime-indented", { path }));
  if (!isUtf8(bytes)) findings.push(finding("blob-not-utf8", { path }, { offset: findBadByte(bytes) }));
  return findings;
}

/** By halving, then back over a character that is cut off. */
function findBadByte(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 8) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(good, backUp(bytes, good, middle)))) good = backUp(bytes, good, middle);
    else bad = middle;
  }
  while (good < bytes.length && ![1, 2, 3, 4].every((size) => !isUtf8(bytes.subarray(good, good + size)))) {
    good += [1, 2, 3, 4].find((size) => isUtf8(bytes.subarray(good, good + size)))!;
  }
  return good;
}

function backUp(bytes: Buffer, least: number, offset: number): number {
  let start = offset;
  while (start > least && (bytes[start]! & 0xc0) === 0x80) start -= 1;
  return start;
}

/** A blob without MIME is one part, whose exact bytes cloud-init takes. */
function takeAlone(content: Buffer, type: string, path: string): ReadPart {
  return {
    type,
    filename: nameByNumber(1),
    content,
    transferEncoding: null,
    headers: {},
    path,
    number: 1,
    declared: { type: null, filename: null, transferEncoding: null },
    offset: { headers: 0, body: 0 },
  };
}

function splitParts(bytes: Buffer, start: number, path: string): ReadPart[] {
  const parts: ReadPart[] = [];
  for (const [index, entity] of split(bytes, start, path).entries()) {
    if (entity.type.startsWith("message/")) continue;
    parts.push(takePart(bytes, entity, { path, number: parts.length + 1, position: index + 1 }));
  }
  return parts;
}

function split(bytes: Buffer, start: number, path: string): Entity[] {
  try {
    return splitMessage(bytes, start, LIMITS);
  } catch (error) {
    if (!(error instanceof SplitLimitError)) throw error;
    const most = LIMITS[error.limit];
    const codes = { depth: "blob-nested", entities: "blob-many-parts", headerBytes: "blob-long-headers" } as const;
    return refuse(finding(codes[error.limit], { path }, { most }));
  }
}

function takePart(
  bytes: Buffer,
  { type, fields, headers, body, end }: Entity,
  { path, number, position }: { path: string; number: number; position: number },
): ReadPart {
  const declaredEncoding = findField(fields, "content-transfer-encoding");
  const transferEncoding = readTransferEncoding(declaredEncoding);
  const content = decodeBody(bytes.subarray(body, end), transferEncoding);
  const filename = readFilename(fields);
  return {
    type: SNIFFED_AGAIN.has(type) ? (sniffType(content) ?? type) : type,
    filename: filename || nameByNumber(position),
    content,
    transferEncoding,
    headers: Object.fromEntries(fields.toReversed().map(({ name, value }) => [name, value])),
    path,
    number,
    declared: { type: readDeclaredType(fields), filename, transferEncoding: declaredEncoding },
    offset: { headers, body },
  };
}

/** Python's get_filename: Content-Disposition, and then the name of Content-Type. */
function readFilename(fields: Entity["fields"]): string | null {
  const disposition = parseParameter(findField(fields, "content-disposition"), "filename");
  return (disposition ?? parseParameter(findField(fields, "content-type"), "name"))?.trim() ?? null;
}

function readDeclaredType(fields: Entity["fields"]): string | null {
  return findField(fields, "content-type")?.replace(/;.*$/s, "").trim() ?? null;
}

/** What cloud-init calls a part without a filename (handlers/__init__.py, PART_FN_TPL). */
function nameByNumber(number: number): string {
  return `part-${String(number).padStart(3, "0")}`;
}

/** The declared types that cloud-init does not trust (user_data.py, TYPE_NEEDED and text/x-shellscript). */
const SNIFFED_AGAIN = new Set(["text/plain", "text/x-not-multipart", "text/x-shellscript"]);

/** The markers that cloud-init itself knows, longest first (handlers/__init__.py, INCLUSION_SRCH). */
const KNOWN_MARKERS = MARKERS.filter(({ type }) => isText(type) && !/kube|upstart/.test(type)).toSorted(
  (a, b) => b.marker.length - a.marker.length,
);

/** The type of the marker that cloud-init sees: in any case, behind any blanks, whatever stands behind it. */
function sniffType(content: Uint8Array): string | null {
  const head = Buffer.from(content.subarray(0, 4096))
    .toString("utf8")
    .replace(/^[\s\x1c-\x1f\x85]+/, "");
  const text = head.toLowerCase();
  return KNOWN_MARKERS.find(({ marker }) => text.startsWith(marker))?.type ?? null;
}
