import { skipLineEnds } from "./parse-list.js";
import { readMatched } from "./read-expansion.js";
import type { Reader } from "./reader.js";
import { isAtWord, readWord } from "./read-word.js";
import { ShellSyntaxError, UnjudgedError } from "./shell-error.js";

/** Reads `for NAME [in WORD…]; do …; done`, and in bash `for ((…))`, `select`, and braces instead of `do`. */
export function parseFor(reader: Reader, token: string): void {
  const open = { offset: reader.position, token };
  reader.position += token.length;
  reader.skipBlanks();
  if (token === "select") reader.addFeature("select", open.offset);
  if (reader.startsWith("((")) parseArithmeticHead(reader, open.offset);
  else parseHead(reader);
  skipLineEnds(reader);
  const isBraced = reader.dialect === "bash" && reader.peekPlainWord() === "{";
  reader.expect(isBraced ? "{" : "do", open);
  reader.grammar.parseList(reader, { mayBeEmpty: false });
  reader.expect(isBraced ? "}" : "done", open);
}

function parseArithmeticHead(reader: Reader, offset: number): void {
  reader.addFeature("for ((", offset);
  const start = reader.position;
  if (reader.dialect === "dash") throw new ShellSyntaxError(start, { token: "((", open: "for", close: null });
  readMatched(reader, "((", ")");
  // bash reads no further, and says nothing.
  if (reader.take(/\)/y) === null) throw new UnjudgedError();
  const parts = reader.text.slice(start, reader.position).split(";");
  if (parts.length !== 3) throw new ShellSyntaxError(start, { token: "((", open: "for", close: null });
  reader.skipBlanks();
  reader.take(/;(?!;)/y);
}

function parseHead(reader: Reader): void {
  const { value, start, end } = readWord(reader);
  const name = reader.text.slice(start, end);
  if (reader.dialect === "dash" && (value !== name || !/^[A-Za-z_]\w*$/.test(name))) {
    throw new ShellSyntaxError(start, { token: name, open: "for", close: null });
  }
  reader.skipBlanks();
  if (reader.dialect === "bash" && reader.take(/;(?!;)/y) !== null) return;
  skipLineEnds(reader);
  if (reader.peekPlainWord() !== "in") {
    if (reader.dialect === "dash") reader.take(/;(?!;)/y);
    return;
  }
  reader.position += 2;
  for (reader.skipBlanks(); isAtWord(reader); reader.skipBlanks()) readListed(reader);
  if (reader.isAtEnd || reader.character === "\n") return;
  if (reader.take(/;(?![;&])/y) === null) throw reader.unexpected();
}

/** dash runs the loop once, with the range as it is written. */
function readListed(reader: Reader): void {
  const { start, end } = readWord(reader);
  if (RANGE.test(reader.text.slice(start, end))) reader.addFeature("range", start);
}

/** Of numbers or letters, and alone: nobody wants it as text. */
const RANGE = /^\{(?:-?\d+\.\.-?\d+|[A-Za-z]\.\.[A-Za-z])(?:\.\.-?\d+)?\}$/;
