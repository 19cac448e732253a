import type { Severity } from "../model.js";

/** The words of one kind of finding. */
export interface FindingDefinition<Args> {
  severity: Severity;
  message: (args: Args) => string;
  hint: string | null;
}

/** An entry of a table of findings, whose arguments TypeScript then knows. */
export const defineFinding = <Args = void>(entry: FindingDefinition<Args>): FindingDefinition<Args> => entry;

/** The words of a finding that a check makes. */
export interface CheckDefinition<Args> extends FindingDefinition<Args> {
  /** One line: why it is looked for. */
  reason: string;
}

/** The same for an entry of a check. */
export const defineCheck = <Args = void>(entry: CheckDefinition<Args>): CheckDefinition<Args> => entry;
