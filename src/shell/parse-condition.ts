import { skipLineEnds } from "./parse-list.js";
import { unclosed, type Reader } from "./reader.js";
import { isAtWord, readWord } from "./read-word.js";

/** The operators of `[[` (bash's test.c, test_unop and test_binop). */
const UNARY = /^-[a-hknoprstuvwxzGLNORS]$/;
const BINARY = /^(?:==?|!=|=~|-(?:ef|nt|ot|eq|ne|lt|le|gt|ge))$/;

/** Reads bash's `[[ … ]]`. */
export function parseCondition(reader: Reader): void {
  const open = { offset: reader.position, token: "[[" };
  reader.addFeature("[[", open.offset);
  reader.position += 2;
  skipLineEnds(reader);
  if (reader.peekPlainWord() !== "]]") parseOr(reader);
  skipLineEnds(reader);
  if (reader.isAtEnd) throw unclosed(open, "]]");
  if (reader.peekPlainWord() !== "]]") throw reader.unexpected("[[");
  reader.position += 2;
}

function parseOr(reader: Reader): void {
  do parseTerm(reader);
  while (skipOperator(reader));
}

function skipOperator(reader: Reader): boolean {
  skipLineEnds(reader);
  return reader.take(/&&|\|\|/y) !== null;
}

function parseTerm(reader: Reader): void {
  skipLineEnds(reader);
  for (; reader.peekPlainWord() === "!"; skipLineEnds(reader)) reader.position += 1;
  if (reader.character === "(") return parseGroup(reader);
  if (!isOperand(reader)) throw reader.unexpected("[[");
  const first = reader.peekPlainWord();
  readWord(reader);
  reader.skipBlanks();
  if (first !== null && UNARY.test(first)) return parseOperand(reader);
  const operator = reader.take(/[<>](?!\()/y) ?? reader.peekPlainWord();
  if (operator === null || operator === "]]") return;
  if (!/^[<>]$/.test(operator)) {
    if (!BINARY.test(operator)) throw reader.unexpected("[[");
    reader.position += operator.length;
  }
  parseOperand(reader, operator === "=~" ? "regex" : /^[!=]?=$/.test(operator) ? "glob" : undefined);
}

function parseGroup(reader: Reader): void {
  const open = { offset: reader.position, token: "(" };
  reader.position += 1;
  reader.nest(() => parseOr(reader));
  skipLineEnds(reader);
  reader.expect(")", open);
}

function parseOperand(reader: Reader, pattern?: "glob" | "regex"): void {
  reader.skipBlanks();
  const isGrouped = pattern === "regex" && reader.character === "(";
  if (!isGrouped && !isOperand(reader)) throw reader.unexpected("[[");
  readWord(reader, pattern ? { pattern } : {});
}

function isOperand(reader: Reader): boolean {
  return isAtWord(reader) && reader.peekPlainWord() !== "]]";
}
