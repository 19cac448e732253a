/** One command: which kind it is, by its first word or operator. */
import { parseCase } from "./parse-case.js";
import { parseCondition } from "./parse-condition.js";
import { parseFor } from "./parse-for.js";
import { parseRedirection } from "./parse-redirection.js";
import { parseFunctionBody, parseSimple } from "./parse-simple.js";
import { readMatched } from "./read-expansion.js";
import type { Reader } from "./reader.js";
import { isAtWord, readWord } from "./read-word.js";

/** Reads a command with its redirections. */
export function parseCommand(reader: Reader): void {
  reader.skipBlanks();
  const first = reader.commands.length;
  const parse = findCompound(reader);
  if (parse === null) return parseSimple(reader);
  reader.nest(() => parse(reader));
  let [isRedirected, isFed] = [false, false];
  for (;;) {
    reader.skipBlanks();
    const redirection = parseRedirection(reader);
    if (redirection === null) break;
    isRedirected = true;
    isFed ||= redirection === "input";
  }
  if (isFed) reader.commands.slice(first).forEach((command) => (command.isFed = true));
  // Behind a redirection, no word is a reserved one.
  if (isRedirected && reader.peekPlainWord() !== null) throw reader.unexpected();
}

type Parse = (reader: Reader) => void;

const COMPOUND: Record<string, Parse> = {
  if: parseIf,
  while: parseLoop,
  until: parseLoop,
  for: (reader) => parseFor(reader, "for"),
  case: parseCase,
  "{": (reader) => parseGroup(reader, "{", "}"),
};

const BASH_COMPOUND: Record<string, Parse> = {
  ...COMPOUND,
  select: (reader) => parseFor(reader, "select"),
  function: parseNamedFunction,
  "[[": parseCondition,
  coproc: parseCoprocess,
};

/** How a command that is not a simple one is read. */
function findCompound(reader: Reader): Parse | null {
  const word = reader.peekPlainWord();
  if (word === null) {
    return reader.character === "(" ? parseParenthesis : null;
  }
  if (word === "!" || reader.isAtListEnd) throw reader.unexpected();
  const table = reader.dialect === "bash" ? BASH_COMPOUND : COMPOUND;
  return Object.hasOwn(table, word) ? table[word]! : null;
}

function parseIf(reader: Reader): void {
  const open = { offset: reader.position, token: "if" };
  reader.position += 2;
  parseBody(reader);
  reader.expect("then", open);
  parseBody(reader);
  while (skipWord(reader, "elif")) {
    const elif = { offset: reader.position - "elif".length, token: "elif" };
    parseBody(reader);
    reader.expect("then", elif);
    parseBody(reader);
  }
  if (skipWord(reader, "else")) parseBody(reader);
  reader.expect("fi", open);
}

function parseBody(reader: Reader): void {
  reader.grammar.parseList(reader, { mayBeEmpty: false });
}

function skipWord(reader: Reader, word: string): boolean {
  reader.skipBlanks();
  if (reader.peekPlainWord() !== word) return false;
  reader.position += word.length;
  return true;
}

function parseLoop(reader: Reader): void {
  const open = { offset: reader.position, token: reader.peekPlainWord()! };
  reader.position += open.token.length;
  parseBody(reader);
  reader.expect("do", open);
  parseBody(reader);
  reader.expect("done", open);
}

function parseGroup(reader: Reader, token: string, close: string): void {
  const open = { offset: reader.position, token };
  reader.position += token.length;
  parseBody(reader);
  reader.expect(close, open);
}

/** `((…))` is arithmetic in bash if it ends like that. */
function parseParenthesis(reader: Reader): void {
  const { position } = reader;
  if (reader.dialect === "bash" && reader.startsWith("((")) {
    readMatched(reader, "((", ")");
    if (reader.take(/\)/y) !== null) return reader.addFeature("((", position);
    reader.position = position;
  } else if (reader.look(ARITHMETIC)) {
    reader.addFeature("((", position);
  }
  parseGroup(reader, "(", ")");
}

/** What changes or compares a variable, and is no command. */
const ARITHMETIC = /\(\([ \t]*[A-Za-z_]\w*[ \t]*(?:\+\+|--|[-+*/%=]=)/y;

function parseNamedFunction(reader: Reader): void {
  reader.addFeature("function", reader.position);
  reader.position += "function".length;
  reader.skipBlanks();
  const { start, end } = readWord(reader);
  reader.take(/(?:[ \t]|\\\n)*\([ \t]*\)/y);
  parseFunctionBody(reader, { offset: start, token: reader.text.slice(start, end) });
}

/** `coproc NAME COMPOUND`, or a command without a name, which may be redirections alone. */
function parseCoprocess(reader: Reader): void {
  reader.position += "coproc".length;
  reader.skipBlanks();
  const { position } = reader;
  if (isAtWord(reader) && !isAtCompound(reader)) {
    readWord(reader);
    reader.skipBlanks();
    if (!isAtCompound(reader)) reader.position = position;
  }
  reader.nest(() => reader.grammar.parseCommand(reader));
}

function isAtCompound(reader: Reader): boolean {
  const word = reader.peekPlainWord();
  return word === null ? reader.character === "(" : Object.hasOwn(BASH_COMPOUND, word);
}
