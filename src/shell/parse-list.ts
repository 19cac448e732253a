/** Lists of commands: `a; b`, `a && b`, `a | b`. */
import { readHereDocuments } from "./read-here-documents.js";
import type { Reader } from "./reader.js";
import { ShellSyntaxError } from "./shell-error.js";

/** Reads commands up to a word or an operator that can't begin one, or the end. */
export function parseList(reader: Reader, { mayBeEmpty }: { mayBeEmpty: boolean }): void {
  skipLineEnds(reader);
  if (reader.isAtListEnd && !reader.isAtEnd && !mayBeEmpty) throw reader.unexpected();
  while (!reader.isAtListEnd) {
    parseAndOr(reader);
    if (!skipSeparator(reader)) return;
    skipLineEnds(reader);
  }
}

/** Skips line ends and blanks, and reads the here-documents that begin there. */
export function skipLineEnds(reader: Reader): void {
  reader.skipBlanks();
  while (reader.take(/\n/y) !== null) {
    readHereDocuments(reader);
    reader.skipBlanks();
  }
}

/** Skips `;`, `&`, or nothing before a line end; false if the list ends here. */
export function skipSeparator(reader: Reader): boolean {
  reader.skipBlanks();
  const operator = reader.peekOperator();
  if (operator === ";" || operator === "&") {
    if (reader.dialect === "dash" && reader.startsWith("&>")) reader.addFeature("&>", reader.position);
    reader.position += 1;
  }
  return operator === ";" || operator === "&" || operator === "\n";
}

/** Reads pipelines with `&&` and `||` between them. */
export function parseAndOr(reader: Reader): void {
  parsePipeline(reader);
  while (reader.take(/(?:[ \t]|\\\n)*(?:&&|\|\|)/y) !== null) {
    skipToOperand(reader, 2);
    parsePipeline(reader);
  }
}

/** Skips line ends behind the operator that ends here; what must follow it may be missing. */
function skipToOperand(reader: Reader, length: number): void {
  const offset = reader.position - length;
  const open = reader.text.slice(offset, reader.position);
  skipLineEnds(reader);
  if (reader.isAtEnd) throw new ShellSyntaxError(offset, { token: null, open, close: null });
}

function parsePipeline(reader: Reader): void {
  if (skipPrefixes(reader)) return;
  reader.grammar.parseCommand(reader);
  while (skipPipe(reader)) {
    skipToOperand(reader, 1);
    const first = reader.commands.length;
    reader.grammar.parseCommand(reader);
    reader.commands.slice(first).forEach((command) => (command.isFed = true));
  }
}

/** Skips `!`, and in bash `time`, each of which may repeat and stand alone there; true if so. */
function skipPrefixes(reader: Reader): boolean {
  const isBash = reader.dialect === "bash";
  let first: string | null = null;
  for (;;) {
    reader.skipBlanks();
    const word = reader.peekPlainWord();
    const isPrefix = word === "!" ? isBash || first === null : isBash && word === "time";
    if (!isPrefix) return isBash && first !== null && isPrefixEnd(reader, first);
    first ??= word;
    reader.position += word!.length;
    if (word === "time") reader.take(/(?:[ \t]+-[p-](?=[ \t\n]|$))+/y);
  }
}

/** The parenthesis of a substitution ends `time`, but not `!`. */
function isPrefixEnd(reader: Reader, first: string): boolean {
  const operator = reader.peekOperator() ?? "";
  return reader.isAtEnd || /^[;\n]$/.test(operator) || (operator === ")" && reader.isSubstituted && first === "time");
}

function skipPipe(reader: Reader): boolean {
  reader.skipBlanks();
  if (reader.peekOperator() !== "|") return false;
  if (reader.startsWith("|&")) reader.addFeature("|&", reader.position);
  reader.position += reader.dialect === "bash" && reader.startsWith("|&") ? 2 : 1;
  return true;
}
