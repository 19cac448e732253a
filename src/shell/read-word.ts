/** One word, up to a blank or an operator. */
import {
  readAnsiQuoted,
  readDoubleQuoted,
  readExpansion,
  readMatched,
  readSingleQuoted,
  readSubstitution,
} from "./read-expansion.js";
import type { Reader } from "./reader.js";
import type { Word } from "./syntax.js";

interface WordContext {
  /** Whether it can assign, so that bash reads `a[…]=` and `a=(…)`. */
  canAssign?: boolean;
  /** Whether it is a pattern of bash's `[[`: with groups, or a regular expression, where `|` is text too. */
  pattern?: "glob" | "regex";
  /** Whether a here-document ends with it: dash expands nothing in it. */
  isDelimiter?: boolean;
}

const IDENTIFIER = /^[A-Za-z_]\w*$/;
const ASSIGNED = /^[A-Za-z_]\w*(?:\[[^]*\])?\+?=$/;

/** Whether a word begins at the position, and not an operator or the end. */
export function isAtWord(reader: Reader): boolean {
  if (reader.isAtEnd) return false;
  return !/[\n;&|()<>]/.test(reader.character) || isAtProcess(reader);
}

function isAtProcess(reader: Reader): boolean {
  return reader.dialect === "bash" && (reader.startsWith("<(") || reader.startsWith(">("));
}

/** Reads the word at the position; what is no word throws. */
export function readWord(reader: Reader, context: WordContext = {}): Word {
  const isGroup = context.pattern === "regex" && reader.character === "(";
  if (!isGroup && !isAtWord(reader)) throw reader.unexpected();
  const start = reader.position;
  let value: string | null = "";
  for (;;) {
    const part = readPart(reader, start, context);
    if (part === undefined) return { value, start, end: reader.position };
    value = part === null || value === null ? null : value + part;
  }
}

/** The next part of the word; null if its value is not known, undefined at the end of the word. */
function readPart(reader: Reader, start: number, context: WordContext): string | null | undefined {
  const { character } = reader;
  if (character === "'") return readSingleQuoted(reader);
  if (character === '"') return readDoubleQuoted(reader);
  if (character === "\\")
    return reader
      .take(/\\[^]?/y)!
      .replace("\\\n", "")
      .slice(1);
  const isBash = reader.dialect === "bash";
  if (context.isDelimiter && !isBash && reader.take(/[$`]/y) !== null) return character;
  if (character === "$" || character === "`") return readDollar(reader);
  if (isBash && takeBracketed(reader, start, context)) return null;
  if (isBash && character === "|" && context.pattern === "regex") return reader.take(/\|/y)!;
  return reader.take(/[^ \t\n;&|()<>"'`$\\[]+|\[/y) ?? undefined;
}

function readDollar(reader: Reader): string | null {
  const { position } = reader;
  const quote = /^\$['"]/.test(reader.text.slice(position, position + 2)) ? reader.text[position + 1] : null;
  if (quote === "'") reader.addFeature("$'", position);
  if (quote === null) return readExpansion(reader, "word") ? null : "$";
  if (reader.dialect === "dash") return reader.take(/\$/y)!;
  if (quote === "'") readAnsiQuoted(reader);
  else {
    reader.position += 1;
    readDoubleQuoted(reader);
  }
  return null;
}

/** Reads what bash takes into a word although it is between brackets; false if nothing of that kind begins here. */
function takeBracketed(reader: Reader, start: number, { canAssign = false, pattern }: WordContext): boolean {
  const { character } = reader;
  const before = reader.text.slice(start, reader.position);
  if (isAtProcess(reader)) {
    reader.addFeature("<(", reader.position);
    reader.nest(() => readSubstitution(reader, `${character}(`));
  } else if (character === "[" && canAssign && IDENTIFIER.test(before)) {
    readMatched(reader, "[", "]");
  } else if (character === "(" && (pattern === "regex" || (hasPatterns(reader, pattern) && /[?*+@!]$/.test(before)))) {
    readMatched(reader, "(", ")");
  } else if (character === "(" && canAssign && ASSIGNED.test(before)) {
    reader.addFeature("array", start);
    readArray(reader);
  } else return false;
  return true;
}

/** `extglob` is on in `[[`, and where a script has switched it on. */
function hasPatterns(reader: Reader, pattern: WordContext["pattern"]): boolean {
  if (pattern === "glob") return true;
  const index = reader.text.indexOf("extglob");
  return index >= 0 && index < reader.position;
}

function readArray(reader: Reader): void {
  const open = { offset: reader.position, token: "(" };
  reader.position += 1;
  for (;;) {
    reader.skipBlanks();
    if (reader.take(/\n+/y) !== null) continue;
    if (!isAtWord(reader)) return reader.expect(")", open);
    if (reader.character === "[") readMatched(reader, "[", "]");
    if (isAtWord(reader) && !/[ \t]/.test(reader.character)) readWord(reader);
  }
}
