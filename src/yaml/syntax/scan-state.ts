/** What is known in the middle of a scan: tokens, open collections, and what may turn out to be a key. */
import { columnOf, type Cursor } from "./cursor.js";
import type { Directive } from "./scan-properties.js";
import { fail } from "./syntax-problem.js";

/** Who reads the text: the two differ in tabs, escapes, colons inside brackets and repeated anchors. */
export type Reader = "PyYAML" | "go-yaml";

export interface Scan extends Cursor {
  readonly reader: Reader;
  /** Tokens that are not given out yet: what is in front of a possible key waits for the colon. */
  waiting: Token[];
  /** How many tokens have been given out. */
  given: number;
  /** How many brackets and braces are open. */
  depth: number;
  /** The column of the innermost block collection, and those of the collections around it. */
  indent: number;
  indents: number[];
  isKeyAllowed: boolean;
  /** The possible key of each depth: the outer ones come first, and are the older ones. */
  keys: Map<number, PossibleKey>;
}

interface PossibleKey {
  /** The number of its first token. */
  token: number;
  start: number;
  lineStart: number;
  /** Whether nothing but a key can be here, in a block mapping at the column of its keys. */
  isRequired: boolean;
}

export type TokenType =
  | "end"
  | "directive"
  | "---"
  | "..."
  | "block list"
  | "block mapping"
  | "block end"
  | "["
  | "]"
  | "{"
  | "}"
  | ","
  | "-"
  | "key"
  | "value"
  | "alias"
  | "anchor"
  | "tag"
  | "scalar";

/** A token; those of blocks and keys are at the place that makes them necessary. */
export interface Token {
  type: TokenType;
  /** Its offset. */
  start: number;
  /** The name of an anchor or alias, the handle of a tag. */
  name?: string | null;
  directive?: Directive;
}

/** The state at the start of a text. */
export function startScan(text: string, reader: Reader): Scan {
  const place = { reader, text, at: 0, lineStart: 0 };
  const tokens = { waiting: [], given: 0 };
  return { ...place, ...tokens, depth: 0, indent: -1, indents: [], isKeyAllowed: true, keys: new Map() };
}

/** Adds a token of some characters, and moves over them. */
export function addToken(scan: Scan, type: TokenType, length = 1): void {
  scan.waiting.push({ type, start: scan.at });
  scan.at += length;
}

/** What begins here is a key if a colon follows it. */
export function noteKey(scan: Scan): void {
  if (!scan.isKeyAllowed) return;
  dropKey(scan);
  scan.keys.set(scan.depth, {
    token: scan.given + scan.waiting.length,
    start: scan.at,
    lineStart: scan.lineStart,
    isRequired: scan.depth === 0 && scan.indent === columnOf(scan),
  });
}

const LONGEST_KEY = 1024;

/** A key ends on its line, and is not long. */
export function dropOldKeys(scan: Scan): void {
  for (const [depth, key] of scan.keys) {
    if (key.lineStart === scan.lineStart && scan.at - key.start <= LONGEST_KEY) return;
    dropKey(scan, depth);
  }
}

/** What was a possible key is none. @throws {ScanEnd} where only a key can be */
export function dropKey(scan: Scan, depth = scan.depth): void {
  const key = scan.keys.get(depth);
  if (key?.isRequired) fail("key-without-colon", scan.at, key.start);
  scan.keys.delete(depth);
}

/** A line further left ends the collections that it is no part of. */
export function closeBlocks(scan: Scan, column: number): void {
  while (scan.indent > column) {
    scan.indent = scan.indents.pop()!;
    scan.waiting.push({ type: "block end", start: scan.at });
  }
}

/** Whether a collection begins at a column: one that is further right than those around it. */
export function openBlock(scan: Scan, column: number): boolean {
  if (scan.indent >= column) return false;
  scan.indents.push(scan.indent);
  scan.indent = column;
  return true;
}
