/** What is known of a script after parsing it. */

/** A word of a command. */
export interface Word {
  /** What the command gets; null if it depends on an expansion. */
  value: string | null;
  start: number;
  end: number;
}

/** A command with its arguments: `words[0]` is what runs. */
export interface Command {
  words: readonly Word[];
  /** Where it begins, with its assignments. */
  start: number;
  /** Whether its standard input is not that of the script: a pipe, a file or a here-document. */
  isFed: boolean;
  /** Whether it is a whole line of the script or a part of it between `;`, outside of anything else. */
  isAlone: boolean;
}

/** What bash has and dash lacks. */
export type FeatureName =
  | "[["
  | "(("
  | "array"
  | "<("
  | "function"
  | "&>"
  | "<<<"
  | "$'"
  | "for (("
  | "range"
  | "select"
  | "|&"
  | ";&"
  | "+="
  | "substring"
  | "replace"
  | "case"
  | "indirect"
  | "RANDOM"
  | "EUID";

/** Where one of them is used. */
export interface Feature {
  name: FeatureName;
  offset: number;
}

/** A here-document that begins on the next line. */
export interface HereDocument {
  delimiter: string;
  /** Whether the delimiter is quoted, so that nothing in the text is expanded. */
  isQuoted: boolean;
  /** Whether leading tabs are removed. */
  stripsTabs: boolean;
}
