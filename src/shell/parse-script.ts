/** A script → its first syntax error, and the commands in it. */
import { parseCommand } from "./parse-command.js";
import { parseAndOr, parseList, skipLineEnds, skipSeparator } from "./parse-list.js";
import { Reader, type Dialect } from "./reader.js";
import { ShellSyntaxError, UnjudgedError, type ShellProblem } from "./shell-error.js";
import type { Command, Feature } from "./syntax.js";

/** What was read up to the first error, or up to an `exit` or `exec` that always runs. */
export interface ParsedScript {
  problem: { offset: number; problem: ShellProblem } | null;
  commands: readonly Command[];
  features: readonly Feature[];
  /** The names of the functions that it defines. */
  functions: ReadonlySet<string>;
}

/** Reads as the shell does with `-n`, except that nothing is read behind an `exit` or `exec` that always runs. */
export function parseScript(text: string, dialect: Dialect): ParsedScript {
  const reader = new Reader(text, dialect, { parseCommand, parseList });
  const { commands, features, functions } = reader;
  try {
    parseLines(reader);
    return { problem: null, commands, features, functions };
  } catch (error) {
    if (error instanceof UnjudgedError) return { problem: null, commands, features, functions };
    if (!(error instanceof ShellSyntaxError)) throw error;
    return { problem: { offset: error.offset, problem: error.problem }, commands, features, functions };
  }
}

function parseLines(reader: Reader): void {
  let isLast = false;
  for (skipLineEnds(reader); !reader.isAtEnd; skipLineEnds(reader)) {
    isLast = parseStatement(reader) || isLast;
    const isSeparated = skipSeparator(reader);
    if (!isSeparated && !reader.isAtEnd) throw reader.unexpected();
    if (isLast && reader.character === "\n") return;
  }
}

/** True if the script ends with it: shells read one line after the other. */
function parseStatement(reader: Reader): boolean {
  const first = reader.commands.length;
  const { position } = reader;
  parseAndOr(reader);
  const [command, more] = reader.commands.slice(first);
  if (!command || more || command.start !== position || !isWhole(reader, command.words.at(-1)!.end)) return false;
  command.isAlone = true;
  const [name, argument] = command.words;
  return name!.value === "exit" || (name!.value === "exec" && argument !== undefined);
}

/** Whether nothing but redirections and an end follows. */
function isWhole(reader: Reader, end: number): boolean {
  reader.skipBlanks();
  const rest = reader.text.slice(end, reader.position);
  return (
    reader.isAtEnd ||
    (/^(?:[ \t]*\d?[<>]+&?[ \t]*[\w/.-]+)*[ \t]*(?:#.*)?$/.test(rest) && /[;\n]/.test(reader.character))
  );
}
