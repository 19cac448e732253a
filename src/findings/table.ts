/** THE table of findings, put together from its parts. */
import { ARCHIVE_FINDINGS } from "./archives.js";
import { BLOB_FINDINGS } from "./blobs.js";
import { CHARACTER_FINDINGS } from "./characters.js";
import { COMMENT_FINDINGS } from "./comments.js";
import { CLOUD_CONFIG_FINDINGS } from "./cloud-config.js";
import { DELIVERY_FINDINGS } from "./delivery.js";
import { FIELD_FINDINGS } from "./fields.js";
import { FILE_FINDINGS } from "./files.js";
import { FILLING_FINDINGS } from "./filling.js";
import { FLEET_FINDINGS } from "./fleet.js";
import { INCLUDE_FINDINGS } from "./includes.js";
import { KUBERNETES_FINDINGS } from "./kubernetes.js";
import { LIMIT_FINDINGS } from "./limits.js";
import { MERGING_FINDINGS } from "./merging.js";
import { MODULE_FINDINGS } from "./modules.js";
import { READING_FINDINGS } from "./reading.js";
import { RELEASE_FINDINGS } from "./releases.js";
import { SCHEMA_FINDINGS } from "./schema.js";
import { SCRIPT_FINDINGS } from "./scripts.js";
import { SHELL_FINDINGS } from "./shell.js";
import { SECRET_FINDINGS } from "./secrets.js";
import { SERVER_RULE_FINDINGS } from "./server-rules.js";
import { STRUCTURE_FINDINGS } from "./structure.js";
import { TEMPLATE_FINDINGS } from "./templates.js";
import { UPGRADE_FINDINGS } from "./upgrade.js";
import type { CheckDefinition, FindingDefinition, Severity } from "./define-finding.js";

/** Those of the checks, which have a reason. Joining them all would take longer than the few searches of a run. */
const CHECK_TABLES = [
  STRUCTURE_FINDINGS,
  TEMPLATE_FINDINGS,
  CHARACTER_FINDINGS,
  ARCHIVE_FINDINGS,
  CLOUD_CONFIG_FINDINGS,
  MODULE_FINDINGS,
  KUBERNETES_FINDINGS,
  SERVER_RULE_FINDINGS,
  FIELD_FINDINGS,
  SCRIPT_FINDINGS,
  SHELL_FINDINGS,
  INCLUDE_FINDINGS,
  SECRET_FINDINGS,
  COMMENT_FINDINGS,
  MERGING_FINDINGS,
  RELEASE_FINDINGS,
] as const;

const TABLES = [
  READING_FINDINGS,
  FILLING_FINDINGS,
  FLEET_FINDINGS,
  ...CHECK_TABLES,
  DELIVERY_FINDINGS,
  LIMIT_FINDINGS,
  UPGRADE_FINDINGS,
  BLOB_FINDINGS,
  FILE_FINDINGS,
  SCHEMA_FINDINGS,
] as const;

type Joined<Tables> = Tables extends readonly [infer Table, ...infer Rest] ? Table & Joined<Rest> : unknown;

/** The code of a finding that a check makes. */
export type CheckCode = keyof Joined<typeof CHECK_TABLES>;

/**
 * The code of a finding, such as `source-missing`. `docs/checks.md` describes the codes of the checks, and
 * `kubeboot lint --list` prints them.
 */
export type FindingCode = keyof Joined<typeof TABLES>;

/** What the words of a code need to know; `void` for those that are always the same. */
export type ArgsOf<Code extends FindingCode> =
  Joined<typeof TABLES>[Code] extends FindingDefinition<infer Args> ? Args : never;

/** All codes, in the order of the table. */
export function listFindingCodes(): FindingCode[] {
  return TABLES.flatMap((table) => Object.keys(table)) as FindingCode[];
}

/** The codes of all checks, in the order of the table. */
export function listCheckCodes(): CheckCode[] {
  return CHECK_TABLES.flatMap((table) => Object.keys(table)) as CheckCode[];
}

/** The codes that a comment may allow. */
export function listAllowableCodes(): FindingCode[] {
  return [...CHECK_TABLES, SCHEMA_FINDINGS].flatMap((table) => Object.keys(table)) as FindingCode[];
}

/** The words of a code. */
export function definitionOf(code: FindingCode): FindingDefinition<unknown> & Partial<CheckDefinition<unknown>> {
  const table = TABLES.find((candidate) => Object.hasOwn(candidate, code)) as Joined<typeof TABLES>;
  return table[code] as FindingDefinition<unknown>;
}

/** Whether the message itself breaks where such a finding is passed by. */
export function isEssential(code: FindingCode): boolean {
  return definitionOf(code).essential ?? false;
}

/** Whether such a finding says that something could not be read, so that nothing in it was checked. */
export function isUnread(code: FindingCode): boolean {
  return definitionOf(code).unread ?? false;
}

/** What the table says of a code, whatever the location. */
export interface CodeDescription {
  code: FindingCode;
  severity: Severity;
  /** Why the check exists; null where no check makes the finding. */
  reason: string | null;
  /** Null also where the hint depends on what was found. */
  hint: string | null;
}

/** The words that all findings of a code share. */
export function describeCode(code: FindingCode): CodeDescription {
  const { severity, reason, hint } = definitionOf(code);
  return { code, severity, reason: reason ?? null, hint: typeof hint === "string" ? hint : null };
}
