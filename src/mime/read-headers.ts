/** Bytes → header fields, as Python's email package reads them (email/feedparser.py, email/_policybase.py). */
import { findLineEnd } from "./find-line-end.js";

/** One field. A folded value keeps its line ends. */
export interface HeaderField {
  name: string;
  value: string;
}

/** The fields, and where the body starts. */
export interface HeaderBlock {
  fields: HeaderField[];
  body: number;
  /** Whether a blank line separates the two, or the text ends: otherwise strict readers reject the message. */
  separated: boolean;
}

interface ReadOptions {
  /** The maximum size of the block, in bytes. */
  most: number;
  /** Whether the line from `start` to `end` ends the block even if it looks like a field. */
  isEnd: (start: number, end: number) => boolean;
}

/** Reads the block at `offset`; null if it exceeds the limit. The first line that is not a field ends it. */
export function readHeaders(bytes: Buffer, offset: number, { most, isEnd }: ReadOptions): HeaderBlock | null {
  const fields: HeaderField[] = [];
  let start = offset;
  while (start < bytes.length) {
    const end = findLineEnd(bytes, start);
    if (isEnd(start, end)) break;
    if (isBlankLine(bytes[start])) return { fields: finish(fields), body: end, separated: true };
    if (!isFieldLine(bytes, start)) break;
    if (end - offset > most) return null;
    addLine(fields, bytes.toString("utf8", start, end));
    start = end;
  }
  return { fields: finish(fields), body: start, separated: start >= bytes.length };
}

/** The value of the first field with that name, in any case, or null. */
export function findField(fields: readonly HeaderField[], name: string): string | null {
  return fields.find((field) => field.name.toLowerCase() === name)?.value ?? null;
}

function isBlankLine(first: number | undefined): boolean {
  return first === 0x0a || first === 0x0d;
}

/** A folded line, the first line of a mailbox file, or printable characters without blanks up to a colon. */
function isFieldLine(bytes: Buffer, start: number): boolean {
  if (bytes[start] === 0x20 || bytes[start] === 0x09) return true;
  if (bytes.toString("latin1", start, start + MAILBOX.length) === MAILBOX) return true;
  let index = start;
  while (bytes[index]! > 0x20 && bytes[index]! < 0x7f && bytes[index] !== 0x3a) index += 1;
  return bytes[index] === 0x3a;
}

const MAILBOX = "From ";

function addLine(fields: HeaderField[], line: string): void {
  if (line.startsWith(" ") || line.startsWith("\t")) {
    const last = fields.at(-1);
    if (last) last.value += line;
    return;
  }
  const colon = line.indexOf(":");
  if (colon > 0 && !line.startsWith(MAILBOX)) {
    fields.push({ name: line.slice(0, colon), value: line.slice(colon + 1).replace(/^[ \t]+/, "") });
  }
}

function finish(fields: readonly HeaderField[]): HeaderField[] {
  return fields.map(({ name, value }) => ({ name, value: value.replace(/[\r\n]+$/, "") }));
}
