/**
 * A MIME message → its entities, split as Python's email package does (email/feedparser.py), which cloud-init uses.
 * Defects are handled as they are there.
 */
import { findLineEnd } from "./find-line-end.js";
import { parseParameter } from "./header-parameters.js";
import { findField, readHeaders, type HeaderBlock, type HeaderField } from "./read-headers.js";
import { trimBlanks, trimBlanksEnd } from "./trim-blanks.js";

/** A leaf of the message, or a message inside it. Offsets are bytes from the start of the message. */
export interface Entity {
  /** From its header, in lower case and without parameters, or the default for its position. */
  type: string;
  fields: HeaderField[];
  /** Where its first header is. */
  headers: number;
  /** Where its body is; the body of a message consists of separate entities. */
  body: number;
  end: number;
  /** Whether a blank line separates its headers and its body. */
  separated: boolean;
}

/** The content of a message. */
export interface SplitMessage {
  /** Without the multiparts themselves, which cloud-init skips too. */
  entities: Entity[];
  /** Whether a multipart lacks its last boundary, as in truncated data. */
  unfinished: boolean;
  /** Whether a blank line follows the headers of every multipart. */
  separated: boolean;
}

/** Limits for reading. */
export interface SplitLimits {
  depth: number;
  entities: number;
  /** All headers together, in bytes. */
  headerBytes: number;
}

/** Thrown for a message that exceeds a limit. */
export class SplitLimitError extends Error {
  constructor(readonly limit: keyof SplitLimits) {
    super(`over the limit: ${limit}`);
  }
}

/**
 * Splits the message that begins at `start`.
 *
 * @throws {SplitLimitError} for a message that exceeds a limit
 */
export function splitMessage(bytes: Buffer, start: number, limits: SplitLimits): SplitMessage {
  const walk: Walk = {
    bytes,
    limits,
    offset: start,
    boundaries: [],
    headerBytes: 0,
    entities: [],
    unfinished: false,
    separated: true,
  };
  readEntity(walk, "text/plain", 0);
  return walk;
}

interface Walk extends SplitMessage {
  bytes: Buffer;
  limits: SplitLimits;
  offset: number;
  /** The boundaries of the enclosing multiparts, from the outside in. */
  boundaries: Buffer[];
  headerBytes: number;
}

function readEntity(walk: Walk, defaultType: string, depth: number): void {
  const { bytes, limits, boundaries, entities, offset: headers } = walk;
  if (depth > limits.depth) throw new SplitLimitError("depth");
  if (entities.length >= limits.entities) throw new SplitLimitError("entities");
  const { fields, body, ...read } = readEntityHeaders(walk);
  // A text without any headers is not mail.
  const separated = read.separated || (depth === 0 && fields.length === 0);
  const type = readType(fields, defaultType);
  const main = type.slice(0, type.indexOf("/"));
  if (main === "multipart") {
    walk.separated &&= separated;
    readMultipart(walk, type, parseParameter(findField(fields, "content-type"), "boundary"), depth);
  } else if (main === "message") {
    entities.push({ type, fields, headers, body, end: body, separated });
    readEntity(walk, "text/plain", depth + 1);
  } else {
    walk.offset = findBoundary(walk)?.start ?? bytes.length;
    const end = boundaries.length > 0 ? dropLineEnd(bytes, body, walk.offset) : walk.offset;
    entities.push({ type, fields, headers, body, end, separated });
  }
}

function readEntityHeaders(walk: Walk): HeaderBlock {
  const most = walk.limits.headerBytes - walk.headerBytes;
  const isEnd = (start: number, end: number): boolean => matchBoundary(walk, start, end) !== null;
  const read = readHeaders(walk.bytes, walk.offset, { most, isEnd });
  if (read === null) throw new SplitLimitError("headerBytes");
  walk.headerBytes += read.body - walk.offset;
  walk.offset = read.body;
  return read;
}

/** Python's get_content_type: an invalid type counts as text/plain. */
function readType(fields: readonly HeaderField[], defaultType: string): string {
  const value = findField(fields, "content-type");
  if (value === null) return defaultType;
  const type = trimBlanks(value.replace(/;.*$/s, "")).toLowerCase();
  return type.split("/").length === 2 ? type : "text/plain";
}

function readMultipart(walk: Walk, type: string, boundary: string | null, depth: number): void {
  const { bytes, boundaries } = walk;
  if (boundary !== null) {
    const own = boundaries.push(Buffer.from(trimBlanksEnd(boundary))) - 1;
    const childType = type === "multipart/digest" ? "message/rfc822" : "text/plain";
    let found = findBoundary(walk);
    while (found?.depth === own && !found.closing) {
      walk.offset = skipRepeated(walk, own, found.next);
      readEntity(walk, childType, depth + 1);
      found = findBoundary(walk);
    }
    if (found === null) walk.unfinished = true;
    if (found?.depth === own) walk.offset = found.next;
    boundaries.pop();
  }
  walk.offset = findBoundary(walk)?.start ?? bytes.length;
}

/** Consecutive boundaries count as one, even if the second is a closing one. */
function skipRepeated(walk: Walk, own: number, from: number): number {
  let start = from;
  for (;;) {
    const end = findLineEnd(walk.bytes, start);
    const found = matchBoundary(walk, start, end);
    if (found?.depth !== own) return start;
    start = end;
  }
}

interface Boundary {
  /** Where its line starts. */
  start: number;
  /** Where the next line starts. */
  next: number;
  /** The index of the enclosing boundary. */
  depth: number;
  closing: boolean;
}

/** The next boundary line, starting at the current line. */
function findBoundary(walk: Walk): Boundary | null {
  const { bytes, boundaries } = walk;
  if (boundaries.length === 0) return null;
  for (let start = walk.offset; start < bytes.length; start = findLineEnd(bytes, start)) {
    if (bytes[start] !== DASH || bytes[start + 1] !== DASH) continue;
    const next = findLineEnd(bytes, start);
    const found = matchBoundary(walk, start, next);
    if (found) return { start, next, ...found };
  }
  return null;
}

const [DASH, LF, CR] = [0x2d, 0x0a, 0x0d];

/** Whether the line is a boundary of an enclosing multipart; the outermost wins. Ignores blanks at its end. */
function matchBoundary(walk: Walk, start: number, next: number): Pick<Boundary, "depth" | "closing"> | null {
  const { bytes, boundaries } = walk;
  if (bytes[start] !== DASH || bytes[start + 1] !== DASH) return null;
  const end = dropBlanks(bytes, start + 2, next);
  const depth = boundaries.findIndex((boundary) => isBoundary(bytes, start + 2, end, boundary));
  return depth === -1 ? null : { depth, closing: end - start > 2 + boundaries[depth]!.length };
}

function dropBlanks(bytes: Buffer, start: number, next: number): number {
  let end = dropLineEnd(bytes, start, next);
  while (end > start && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0x09)) end -= 1;
  return end;
}

/** Whether the line is the boundary, or the boundary and two dashes. */
function isBoundary(bytes: Buffer, start: number, end: number, boundary: Buffer): boolean {
  const rest = end - start - boundary.length;
  if (rest !== 0 && !(rest === 2 && bytes[end - 1] === DASH && bytes[end - 2] === DASH)) return false;
  return bytes.compare(boundary, 0, boundary.length, start, end - rest) === 0;
}

/** A line end before a boundary, or at the end if one is missing, belongs to the boundary. */
function dropLineEnd(bytes: Buffer, start: number, end: number): number {
  const last = end > start ? bytes[end - 1] : null;
  if (last === CR) return end - 1;
  if (last !== LF) return end;
  return end - 1 > start && bytes[end - 2] === CR ? end - 2 : end - 1;
}
