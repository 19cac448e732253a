/** A position in a script, and what has been found up to there. */
import { ShellSyntaxError, UnjudgedError } from "./shell-error.js";
import type { Command, Feature, FeatureName, HereDocument } from "./syntax.js";

/** Whose grammar decides. */
export type Dialect = "dash" | "bash";

/** The rules that need each other, put together in parse-script.ts. */
export interface Grammar {
  /** Commands up to a word or operator that can't begin one. */
  parseList: (reader: Reader, options: { mayBeEmpty: boolean }) => void;
  /** One command with its redirections. */
  parseCommand: (reader: Reader) => void;
}

/** Deeper than any script that a person writes, and far from the end of the stack. */
const DEEPEST = 200;

/** What a shell makes one operator of, longest first. */
const OPERATOR = /;;&|;;|;&|;|&&|&|\|\||\||\(|\)|<|>/y;
/** A word without quotes and expansions. */
const PLAIN_WORD = /[^ \t\n;&|()<>"'`$\\]+(?=[ \t\n;&|()<>]|\\(?:\n(?:[ \t\n]|$)|$)|$)/y;
const BLANKS = /(?:[ \t]|\\(?:\n|$))*(?:#[^\n]*)?/y;

/** The words that end a list of commands, and begin none; `]]` only in bash. */
const CLOSING = new Set(["then", "else", "elif", "fi", "do", "done", "esac", "in", "}"]);

export class Reader {
  position = 0;
  depth = 0;
  /** Announced on the current line. */
  hereDocuments: HereDocument[] = [];
  /** Whether a parenthesis ends the commands. */
  isSubstituted = false;
  commands: Command[] = [];
  features: Feature[] = [];
  /** The names of the functions that the script defines. */
  functions = new Set<string>();

  constructor(
    readonly text: string,
    readonly dialect: Dialect,
    readonly grammar: Grammar,
  ) {}

  /** The character at the position, empty at the end. */
  get character(): string {
    return this.text[this.position] ?? "";
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.position);
  }

  /** The match of a sticky expression, which it also skips; null if it does not match. */
  take(expression: RegExp): string | null {
    const [found] = this.look(expression) ?? [];
    if (found === undefined) return null;
    this.position += found.length;
    return found;
  }

  look(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.position;
    return expression.exec(this.text);
  }

  /** Skips blanks, escaped line ends and a comment. */
  skipBlanks(): void {
    this.take(BLANKS);
  }

  /** The operator at the position, `\n`, or null. */
  peekOperator(): string | null {
    return this.character === "\n" ? "\n" : (this.look(OPERATOR)?.[0] ?? null);
  }

  /** The word at the position if it has no quotes and expansions, so that it can be a reserved one. */
  peekPlainWord(): string | null {
    return this.look(PLAIN_WORD)?.[0] ?? null;
  }

  /** Whether no command can begin here. */
  get isAtListEnd(): boolean {
    const word = this.peekPlainWord();
    if (word !== null) return CLOSING.has(word) || (word === "]]" && this.dialect === "bash");
    return this.isAtEnd || [")", ";;", ";&", ";;&"].includes(this.peekOperator() ?? "");
  }

  /** Skips the reserved word or operator, or throws: at the opening one if the text or the condition ends. */
  expect(token: string, open: { offset: number; token: string }): void {
    this.skipBlanks();
    const found = this.peekPlainWord() ?? this.peekOperator();
    if (found === token) this.position += token.length;
    else if (this.isAtEnd) throw unclosed(open, token);
    else if (/^(?:then|do)$/.test(token) && CLOSING.has(found ?? "")) {
      throw new ShellSyntaxError(open.offset, { token: found, open: open.token, close: token });
    } else throw this.unexpected(open.token, token);
  }

  /** The error that the word or operator here can't be here: inside of `open`, or before its `close`. */
  unexpected(open: string | null = null, close: string | null = null): ShellSyntaxError {
    const token = this.peekOperator() ?? this.look(/[^ \t\n;&|()<>]+/y)?.[0] ?? null;
    return new ShellSyntaxError(this.position, { token, open, close });
  }

  /** Runs `read` one level deeper. */
  nest<Result>(read: () => Result): Result {
    if (this.depth >= DEEPEST) throw new UnjudgedError();
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }

  /** Runs `read` on a text inside of this one; `toOffset` says where in this one an error is. */
  readNested(text: string, toOffset: (offset: number) => number, read: (nested: Reader) => void): void {
    const nested = new Reader(text, this.dialect, this.grammar);
    nested.depth = this.depth;
    try {
      read(nested);
    } catch (error) {
      throw error instanceof ShellSyntaxError ? new ShellSyntaxError(toOffset(error.offset), error.problem) : error;
    }
  }

  addFeature(name: FeatureName, offset: number): void {
    this.features.push({ name, offset });
  }
}

/** The error that `close` is missing at the end of the text. */
export function unclosed({ offset, token }: { offset: number; token: string }, close: string): ShellSyntaxError {
  return new ShellSyntaxError(offset, { token: null, open: token, close });
}
