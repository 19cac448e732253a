import type { Severity } from "../model.js";

/** The words of one kind of finding. */
export interface FindingText<Args> {
  severity: Severity;
  message: (args: Args) => string;
  hint: string | null;
}

/** An entry of a table of findings, whose arguments TypeScript then knows. */
export const text = <Args = void>(entry: FindingText<Args>): FindingText<Args> => entry;

/** The words of a finding that a check makes. */
export interface CheckText<Args> extends FindingText<Args> {
  /** One line: why it is looked for. */
  reason: string;
}

/** The same for an entry of a check. */
export const checkText = <Args = void>(entry: CheckText<Args>): CheckText<Args> => entry;
