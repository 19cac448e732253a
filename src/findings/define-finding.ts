/**
 * How serious a finding is.
 *
 * - `error`: it will not do at boot what its author meant.
 * - `warning`: it may not do what its author expects.
 * - `note`: it works, and there is something to know about it.
 */
export type Severity = "error" | "warning" | "note";

/** The words of one kind of finding; `Args` is what they need to know. */
export interface FindingDefinition<Args> {
  severity: Severity;
  /** One line: what is wrong. */
  message: (args: Args) => string;
  /** One line: the fix; null where there is none to name. */
  hint: string | null | ((args: Args) => string | null);
  /** Whether what the finding is about could not be read: nothing in it was checked. */
  unread?: true;
}

/** An entry of a table of findings, whose arguments TypeScript then knows. */
export const defineFinding = <Args = void>(entry: FindingDefinition<Args>): FindingDefinition<Args> => entry;

/** The words of a finding that a check makes. */
export interface CheckDefinition<Args> extends FindingDefinition<Args> {
  /** One line: why the check exists. */
  reason: string;
  /** Whether the message itself breaks without the check: it is never skipped, and no comment allows its finding. */
  essential?: true;
}

/** The same for an entry of a check. */
export const defineCheck = <Args = void>(entry: CheckDefinition<Args>): CheckDefinition<Args> => entry;
