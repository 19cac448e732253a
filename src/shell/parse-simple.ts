/** Commands without a reserved word: assignments, words, redirections; and functions, which begin like them. */
import { parseRedirection } from "./parse-redirection.js";
import { skipLineEnds } from "./parse-list.js";
import type { Reader } from "./reader.js";
import { isAtWord, readWord } from "./read-word.js";
import { ShellSyntaxError } from "./shell-error.js";
import type { Word } from "./syntax.js";

const ASSIGNMENT = /^[A-Za-z_]\w*(?:\[[^]*?\])?\+?=/;

/** The commands of bash whose arguments assign (its builtins.h, ASSIGNMENT_BUILTIN; parse.y for `eval` and `let`). */
const ASSIGNING = new Set(["alias", "declare", "typeset", "export", "readonly", "local", "eval", "let"]);

/** dash's own special commands can't be functions (its builtins.def). */
const SPECIAL = /^(?:[.:]|break|continue|eval|exec|exit|export|readonly|return|set|shift|times|trap|unset)$/;

/** Reads a command, or the definition of a function. */
export function parseSimple(reader: Reader): void {
  const start = reader.position;
  const words: Word[] = [];
  let [isFed, count] = [false, 0];
  for (;;) {
    reader.skipBlanks();
    const redirection = parseRedirection(reader);
    if (redirection) {
      isFed ||= redirection === "input";
    } else if (isAtWord(reader)) {
      const word = readWord(reader, { canAssign: words.length === 0 || ASSIGNING.has(words[0]!.value ?? "") });
      if (words.length > 0 || !isAssignment(reader, word)) words.push(word);
    } else if (reader.character === "(" && count === 1 && words.length === 1) {
      return parseFunction(reader, words[0]!);
    } else break;
    count += 1;
  }
  if (count === 0) throw reader.unexpected();
  if (words.length > 0) reader.commands.push({ words, start, isFed, isAlone: false });
  addWordFeature(reader, words);
}

/** What dash runs as a command. */
function addWordFeature(reader: Reader, [first]: readonly Word[]): void {
  if (first?.value === "[[" || first?.value === "function") reader.addFeature(first.value, first.start);
}

function isAssignment(reader: Reader, { start, end }: Word): boolean {
  const [found] = ASSIGNMENT.exec(reader.text.slice(start, end)) ?? [];
  if (found === undefined) return false;
  if (found.endsWith("+=")) reader.addFeature("+=", start);
  return reader.dialect === "bash" || /^\w+=$/.test(found);
}

/** dash wants a plain name, and takes any command; bash any name, and a compound command. */
function parseFunction(reader: Reader, { value, start, end }: Word): void {
  const open = { offset: reader.position, token: "(" };
  reader.position += 1;
  reader.expect(")", open);
  const name = reader.text.slice(start, end);
  if (reader.dialect === "dash" && (name !== value || !/^[A-Za-z_]\w*$/.test(name) || SPECIAL.test(name))) {
    throw new ShellSyntaxError(start, { token: `${name}()`, open: null, close: null });
  }
  parseFunctionBody(reader, { offset: start, token: name });
}

/** Reads the command that a function runs. */
export function parseFunctionBody(reader: Reader, name: { offset: number; token: string }): void {
  reader.functions.add(name.token);
  skipLineEnds(reader);
  if (reader.isAtEnd) reader.expect("{", { ...name, token: `${name.token}()` });
  const word = reader.peekPlainWord() ?? reader.character;
  if (reader.dialect === "bash" && !BODY.test(word)) throw reader.unexpected();
  reader.nest(() => reader.grammar.parseCommand(reader));
}

const BODY = /^(?:[{(]|\[\[|if|for|case|while|until|select)$/;
