/** A scalar at the cursor → the cursor behind it, by PyYAML's rules (scanner.py). */
import {
  columnOf,
  isBreak,
  isBreakOrEnd,
  isDocumentMark,
  peek,
  take,
  takeBreak,
  takeLine,
  takeSpaces,
  type Cursor,
} from "./cursor.js";
import type { Reader } from "./scan-state.js";
import { fail } from "./syntax-problem.js";

/** The surroundings of a scalar. */
export interface ScalarContext {
  reader: Reader;
  /** Whether it is inside brackets or braces. */
  isFlow: boolean;
  /** The column of the innermost block collection; -1 outside of all. */
  indent: number;
}

/**
 * Moves over a scalar without quotes.
 *
 * @returns whether it ended at the start of a line, where a key may begin
 */
export function scanPlain(cursor: Cursor, context: ScalarContext): boolean {
  const { isFlow, indent, reader } = context;
  const flowWord = reader === "PyYAML" ? FLOW_WORD : GO_FLOW_WORD;
  const word = isFlow ? flowWord : BLOCK_WORD;
  let isLineStart = false;
  while (peek(cursor) !== "#" && take(cursor, word) !== "") {
    isLineStart = false;
    const spaces = takeBlanks(cursor, context);
    if (isBreak(peek(cursor))) {
      isLineStart = true;
      if (takeBlankLines(cursor, context) === "mark") break;
    } else if (spaces === "") break;
    if (!isFlow && columnOf(cursor) <= indent) break;
  }
  return isLineStart;
}

/** A colon belongs to the text unless a gap, or for PyYAML a bracket inside brackets, follows it. */
const BLOCK_WORD = /[^ \t\n\r\x85\u2028\u2029:]*(?::(?![ \t\n\r\x85\u2028\u2029]|$)[^ \t\n\r\x85\u2028\u2029:]*)*/y;
const FLOW_WORD =
  /[^ \t\n\r\x85\u2028\u2029:,?[\]{}]*(?::(?![ \t\n\r\x85\u2028\u2029,[\]{}]|$)[^ \t\n\r\x85\u2028\u2029:,?[\]{}]*)*/y;
const GO_FLOW_WORD =
  /[^ \t\n\r\x85\u2028\u2029:,?[\]{}]*(?::(?![ \t\n\r\x85\u2028\u2029]|$)[^ \t\n\r\x85\u2028\u2029:,?[\]{}]*)*/y;

/** Moves over line ends, and to the first character of the next line with text, or to the mark of a document. */
function takeBlankLines(cursor: Cursor, context: ScalarContext): "mark" | "text" {
  while (takeBreak(cursor)) {
    if (isDocumentMark(cursor, "---") || isDocumentMark(cursor, "...")) return "mark";
    takeSpaces(cursor);
    if (context.reader === "go-yaml" && peek(cursor) === "\t" && columnOf(cursor) <= context.indent) {
      fail("token-start", cursor.at);
    }
    takeBlanks(cursor, context);
  }
  return "text";
}

/** Within text, go-yaml takes tabs for spaces. */
function takeBlanks(cursor: Cursor, { reader }: ScalarContext): string {
  return reader === "go-yaml" ? take(cursor, BLANKS) : takeSpaces(cursor);
}

const SPACES = / */y;
const BLANKS = /[ \t]*/y;

/** Moves over a scalar in quotes. Indentation does not matter inside. */
export function scanQuoted(cursor: Cursor, reader: Reader): void {
  const start = cursor.at;
  const quote = peek(cursor);
  cursor.at += 1;
  for (;;) {
    take(cursor, quote === "'" ? SINGLE_QUOTED : DOUBLE_QUOTED);
    const next = peek(cursor);
    if (next === "") fail("quote-open", cursor.at, start);
    if (takeBreak(cursor)) {
      if (isDocumentMark(cursor, "---") || isDocumentMark(cursor, "...")) fail("quote-open", cursor.at, start);
    } else if (next === "\\") {
      cursor.at += 1;
      takeEscape(cursor, start, reader);
    } else {
      cursor.at += 1;
      return;
    }
  }
}

const SINGLE_QUOTED = /(?:[^'\n\r\x85\u2028\u2029]|'')*/y;
const DOUBLE_QUOTED = /[^"\\\n\r\x85\u2028\u2029]*/y;

/** A backslash at the end of a line joins it to the next. */
function takeEscape(cursor: Cursor, start: number, reader: Reader): void {
  if (isBreak(peek(cursor))) return;
  const escape = take(cursor, reader === "PyYAML" ? ESCAPE : GO_ESCAPE);
  if (escape === "") fail("escape", cursor.at, start);
}

/** Ten Unicode digits would be more than a character. */
const ESCAPE = /[0abt\tnvfre "\\/N_LP]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U00(?:0[\da-fA-F]|10)[\da-fA-F]{4}/y;

/** go-yaml 2 has no escaped slash, and no surrogates (scannerc.go). */
const GO_ESCAPE =
  /[0abt\tnvfre "\\N_LP]|x[\da-fA-F]{2}|u(?![dD][89a-fA-F])[\da-fA-F]{4}|U00(?!00[dD][89a-fA-F])(?:0[\da-fA-F]|10)[\da-fA-F]{4}/y;

/** Moves over a scalar that begins with `|` or `>`. */
export function scanBlock(cursor: Cursor, parent: number, reader: Reader): void {
  const start = cursor.at;
  cursor.at += 1;
  const increment = takeHeader(cursor, start, reader);
  const least = Math.max(parent + 1, 1);
  const indent = increment === null ? Math.max(least, takeIndentation(cursor)) : least + increment - 1;
  takeEmptyLines(cursor, indent);
  while (columnOf(cursor) === indent && peek(cursor) !== "") {
    takeLine(cursor);
    takeBreak(cursor);
    takeEmptyLines(cursor, indent);
  }
}

/** The indentation that the header gives, or null. */
function takeHeader(cursor: Cursor, start: number, reader: Reader): number | null {
  const indicators = take(cursor, HEADER);
  const increment = /\d/.exec(indicators)?.[0] ?? null;
  if (increment === "0") fail("block-header", cursor.at - 1, start);
  const isLenient = reader === "go-yaml";
  if (!isLenient && !isSpaceOrEnd(peek(cursor))) fail("block-header", cursor.at, start);
  take(cursor, isLenient ? BLANKS : SPACES);
  if (peek(cursor) === "#") takeLine(cursor);
  if (!isBreakOrEnd(peek(cursor))) fail("block-header", cursor.at, start);
  takeBreak(cursor);
  return increment === null ? null : Number(increment);
}

function isSpaceOrEnd(character: string): boolean {
  return character === " " || isBreakOrEnd(character);
}

const HEADER = /[+-]\d?|\d[+-]?|/y;

/** Moves to the first text; returns the largest column on the way, blank lines included. */
function takeIndentation(cursor: Cursor): number {
  let most = 0;
  do {
    takeSpaces(cursor);
    most = Math.max(most, columnOf(cursor));
  } while (takeBreak(cursor));
  return most;
}

/** Moves over empty lines, and over the next line's indentation as far as it belongs to the scalar. */
function takeEmptyLines(cursor: Cursor, indent: number): void {
  do {
    while (columnOf(cursor) < indent && peek(cursor) === " ") cursor.at += 1;
  } while (takeBreak(cursor));
}
