/** What every result of reading, sniffing, arranging and checking is. */
import type { LinePosition } from "../text/text-position.js";
import type { Severity } from "./define-finding.js";
import { definitionOf, type ArgsOf, type FindingCode } from "./table.js";

/** Where a finding is; a property that does not apply is `null`. */
export interface Location {
  /** The source, blob or file, as the caller named it. */
  path: string | null;
  /** The number of a part, from 1, if `path` is a blob: `line` and `column` are then those of the part's text. */
  part: number | null;
  /** The line, from 1. */
  line: number | null;
  /** The column, from 1, in UTF-16 code units. */
  column: number | null;
}

/** A finding with the code `Code`. */
export interface FindingOf<Code extends FindingCode> extends Location {
  /** What kind of problem it is. A code keeps its meaning in later versions. */
  code: Code;
  /** The severity of the code; with `strict`, a warning is an error. */
  severity: Severity;
  /** What is wrong, in one line. */
  message: string;
  /** How to fix it, in one line; `null` if there is nothing to do, or no general answer. */
  hint: string | null;
  /** The nodes of a fleet that it is about; absent for what is not about single nodes. */
  nodes?: readonly string[];
  /** The values in `message` and `hint`; their type depends on `code`. `null` for a code without any. */
  args: ArgsOf<Code> extends void ? null : ArgsOf<Code>;
}

/**
 * One result of reading, checking or writing. Comparing `code` narrows the type of `args`:
 * `if (found.code === "limit-exceeded") console.log(found.args.limit);`
 */
export type Finding = { [Code in FindingCode]: FindingOf<Code> }[FindingCode];

/** What {@link finding} needs besides the code and the location. */
export type FindingArgs<Code extends FindingCode> = ArgsOf<Code> extends void ? [] : [ArgsOf<Code>];

const NOWHERE: Location = { path: null, part: null, line: null, column: null };

/** The finding `code` at `location`; `args` are what its words need, where they need anything. */
export function finding<Code extends FindingCode>(
  code: Code,
  location: Partial<Location>,
  ...[args]: FindingArgs<Code>
): Finding {
  const { severity, message, hint } = definitionOf(code);
  return {
    code,
    severity,
    ...NOWHERE,
    ...location,
    message: message(args),
    hint: typeof hint === "function" ? hint(args) : hint,
    args: args ?? null,
  } as Finding;
}

/** Whether anything in `findings` keeps the blob from being written. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}

/** Whether the line that a finding of this code points at must not be shown. */
export function isSecret(code: FindingCode): boolean {
  return /^(?:secret-(?:key|password)|password-(?:hash|text|line)|ssh-key|v1-base64|v1-json)$/.test(code);
}

/** What {@link locationOf} needs to know of a part. */
interface Locatable {
  path: string | null;
  number: number | null;
  /** Where a position of the part's text is in `path`; absent where they are the same. */
  toSource?: (at: LinePosition | null) => LinePosition | null;
}

/** The location of a part, or of what is at `line` and `column` of its text. */
export function locationOf({ path, number, toSource }: Locatable, at: LinePosition | null = null): Location {
  const position = toSource ? toSource(at) : at;
  return { path, part: number, line: position?.line ?? null, column: position?.column ?? null };
}
