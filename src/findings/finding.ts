/** THE table of findings, put together from its parts, and what makes a finding of an entry. */
import { BLOB_FINDINGS } from "./blobs.js";
import { CHARACTER_FINDINGS } from "./characters.js";
import { COMMENT_FINDINGS } from "./comments.js";
import { CLOUD_CONFIG_FINDINGS } from "./cloud-config.js";
import { DELIVERY_FINDINGS } from "./delivery.js";
import { FIELD_FINDINGS } from "./fields.js";
import { FILE_FINDINGS } from "./files.js";
import { INCLUDE_FINDINGS } from "./includes.js";
import { KUBERNETES_FINDINGS } from "./kubernetes.js";
import { LIMIT_FINDINGS } from "./limits.js";
import { MERGING_FINDINGS } from "./merging.js";
import { READING_FINDINGS } from "./reading.js";
import { SCHEMA_FINDINGS } from "./schema.js";
import { SCRIPT_FINDINGS } from "./scripts.js";
import { SECRET_FINDINGS } from "./secrets.js";
import { STRUCTURE_FINDINGS } from "./structure.js";
import type { CheckDefinition, FindingDefinition } from "./define-finding.js";
import { UPGRADE_FINDINGS } from "./upgrade.js";
import type { Finding, Part, Location, Severity } from "../model.js";

/** Those of the checks, which have a reason. */
const CHECK_FINDINGS = {
  ...STRUCTURE_FINDINGS,
  ...CHARACTER_FINDINGS,
  ...CLOUD_CONFIG_FINDINGS,
  ...KUBERNETES_FINDINGS,
  ...SCRIPT_FINDINGS,
  ...INCLUDE_FINDINGS,
  ...SECRET_FINDINGS,
  ...COMMENT_FINDINGS,
  ...MERGING_FINDINGS,
};

const FINDINGS = {
  ...READING_FINDINGS,
  ...CHECK_FINDINGS,
  ...DELIVERY_FINDINGS,
  ...LIMIT_FINDINGS,
  ...UPGRADE_FINDINGS,
  ...BLOB_FINDINGS,
  ...FILE_FINDINGS,
  ...SCHEMA_FINDINGS,
  ...FIELD_FINDINGS,
};

/** The code of a finding that a check makes. */
export type CheckCode = keyof typeof CHECK_FINDINGS;

/** The codes of all checks, in the order of the table. */
export const CHECK_CODES = Object.keys(CHECK_FINDINGS) as CheckCode[];

/** The codes that a comment may allow. */
export const ALLOWABLE_CODES = [...CHECK_CODES, ...Object.keys({ ...SCHEMA_FINDINGS, ...FIELD_FINDINGS })];

/** The code of a finding. */
export type FindingCode = keyof typeof FINDINGS;

type ArgsOf<Code extends FindingCode> = Parameters<(typeof FINDINGS)[Code]["message"]>[0];

/** What {@link finding} needs besides the code and the place. */
export type FindingArgs<Code extends FindingCode> = ArgsOf<Code> extends void ? [] : [ArgsOf<Code>];

const NOWHERE: Location = { path: null, part: null, line: null, column: null };

/** The finding `code` at `place`; `args` are what its words need, where they need anything. */
export function finding<Code extends FindingCode>(
  code: Code,
  location: Partial<Location>,
  ...[args]: FindingArgs<Code>
): Finding {
  const { severity, message, hint } = FINDINGS[code] as FindingDefinition<unknown>;
  return {
    code,
    severity,
    ...NOWHERE,
    ...location,
    message: message(args),
    hint,
  };
}

/** Whether anything in `findings` keeps the blob from being written. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}

/** The findings with every warning made an error. */
export function promoteWarnings(findings: readonly Finding[]): Finding[] {
  return findings.map((found) => (found.severity === "warning" ? { ...found, severity: "error" } : found));
}

/** Whether the line that a finding of this code points at should not be shown. */
export function isSecret(code: string): boolean {
  return code === "secret-key" || code === "secret-password";
}

/** The place of a part, or of what is at `line` and `column` of its text. */
export function locationOf({ path, number }: Part, at: { line: number; column?: number } | null = null): Location {
  return { path, part: number, line: at?.line ?? null, column: at?.column ?? null };
}

/** What the table says of a code, whatever the place. */
export interface CodeDescription {
  code: FindingCode;
  severity: Severity;
  /** Why a check looks for it; null where no check makes it. */
  reason: string | null;
  hint: string | null;
}

/** The words that all findings of a code share. */
export function describeCode(code: FindingCode): CodeDescription {
  const { severity, reason, hint }: FindingDefinition<never> & Partial<CheckDefinition<never>> = FINDINGS[code];
  return { code, severity, reason: reason ?? null, hint };
}
