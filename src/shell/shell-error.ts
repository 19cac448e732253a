/** What a shell refuses. */
export interface ShellProblem {
  /** What should not be there; null if the text ends instead. */
  token: string | null;
  /** What began before, and is not complete; null if nothing did. */
  open: string | null;
  /** What closes it; null if it is something else that is wrong inside of it. */
  close: string | null;
}

/** The first syntax error of a script, thrown by the parser. */
export class ShellSyntaxError extends Error {
  constructor(
    /** The offset in the text: of the opening word or quote if something is not closed. */
    readonly offset: number,
    readonly problem: ShellProblem,
  ) {
    super("syntax error");
  }
}

/** The rest of the script is not judged: it is nested more deeply than a person writes, or bash skips it silently. */
export class UnjudgedError extends Error {}
