/** An anchor, alias, tag or directive at the cursor → its text, by PyYAML's rules (scanner.py). */
import { isBreakOrEnd, isGap, peek, take, takeBreak, takeLine, takeSpaces, type Cursor } from "./cursor.js";
import type { Reader } from "./scan-state.js";
import { fail } from "./syntax-problem.js";

/** Moves over an anchor or an alias, and returns its name. */
export function scanAnchor(cursor: Cursor): string {
  const start = cursor.at;
  const rule = peek(cursor) === "*" ? "alias-name" : "anchor-name";
  cursor.at += 1;
  const name = take(cursor, NAME);
  const next = peek(cursor);
  if (name === "" || !(isGap(next) || "?:,]}%@`".includes(next))) fail(rule, cursor.at, start);
  return name;
}

const NAME = /[\w-]*/y;

/** Moves over a tag, and returns its handle: `!`, `!!` or `!name!`; null for a tag without one. */
export function scanTag(cursor: Cursor, reader: Reader): string | null {
  const start = cursor.at;
  const second = peek(cursor, 1);
  if (isGap(second)) {
    cursor.at += 1;
    return null;
  }
  if (second === "<") {
    cursor.at += 2;
    takeUri(cursor, "tag", start);
    if (peek(cursor) !== ">") fail("tag", cursor.at, start);
    cursor.at += 1;
    endTag(cursor, start, reader);
    return null;
  }
  const handle = scanHandle(cursor, "tag", start);
  takeUri(cursor, "tag", start);
  endTag(cursor, start, reader);
  return handle;
}

/** A second `!` before the next space makes the text up to it the handle. */
function scanHandle(cursor: Cursor, rule: "tag" | "directive", start: number): string {
  const isNamed = rule === "directive" || cursor.text.slice(cursor.at + 1).search(NAMED) === 0;
  if (!isNamed) {
    cursor.at += 1;
    return "!";
  }
  const handle = take(cursor, HANDLE);
  if (handle === "") fail(rule, cursor.at + take(cursor, UNENDED_HANDLE).length, start);
  return handle;
}

const NAMED = /[^ \n\r\x85\u2028\u2029!]*!/;
const HANDLE = /![\w-]*!/y;
const UNENDED_HANDLE = /![\w-]*/y;

function takeUri(cursor: Cursor, rule: "tag" | "directive", start: number): void {
  const uri = take(cursor, URI);
  if (uri === "" || peek(cursor) === "%") fail(rule, cursor.at, start);
}

const URI = /(?:[\w\-;/?:@&=+$,.!~*'()[\]]|%[\da-fA-F]{2})*/y;

function endTag(cursor: Cursor, start: number, reader: Reader): void {
  const next = peek(cursor);
  if (!isGap(next) || (next === "\t" && reader === "PyYAML")) fail("tag", cursor.at, start);
}

/** What a directive says. */
export interface Directive {
  name: string;
  /** The major version of `%YAML`, or the handle of `%TAG`. */
  value: string | null;
}

/** Moves over a line that begins with `%`, and over its end, behind which no key may begin. */
export function scanDirective(cursor: Cursor): Directive {
  const start = cursor.at;
  cursor.at += 1;
  const name = take(cursor, NAME);
  if (name === "" || !isSpaceOrEnd(cursor)) fail("directive", cursor.at, start);
  takeSpaces(cursor);
  const value = scanDirectiveValue(cursor, name, start);
  takeSpaces(cursor);
  if (peek(cursor) === "#") takeLine(cursor);
  if (!isBreakOrEnd(peek(cursor))) fail("directive", cursor.at, start);
  takeBreak(cursor);
  return { name, value };
}

function scanDirectiveValue(cursor: Cursor, name: string, start: number): string | null {
  if (name === "YAML") {
    const version = take(cursor, VERSION);
    if (version === "" || !isSpaceOrEnd(cursor)) fail("directive", cursor.at, start);
    return version.slice(0, version.indexOf("."));
  }
  if (name !== "TAG") {
    takeLine(cursor);
    return null;
  }
  const handle = scanHandle(cursor, "directive", start);
  if (peek(cursor) !== " ") fail("directive", cursor.at, start);
  takeSpaces(cursor);
  takeUri(cursor, "directive", start);
  if (!isSpaceOrEnd(cursor)) fail("directive", cursor.at, start);
  return handle;
}

const VERSION = /\d+\.\d+/y;

function isSpaceOrEnd(cursor: Cursor): boolean {
  return peek(cursor) === " " || isBreakOrEnd(peek(cursor));
}
