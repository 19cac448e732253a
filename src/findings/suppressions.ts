/** Finding[] → what comments and `--strict` leave of them; applied once, when everything has been found. */
import type { Finding, Location } from "./finding.js";
import { ALLOWABLE_CODES, isEssential } from "./table.js";

/** A code that a comment allows, and where the comment names it. */
interface Suppression {
  code: string;
  location: Location;
}

const ALLOWABLE = new Set<string>(ALLOWABLE_CODES.filter((code) => !isEssential(code)));

/**
 * Leaves out what comments allow: a finding with a line by one on that line or the one above; one without a
 * line by one on the first two lines of its part, for a marker may need the first.
 */
export function applySuppressions(findings: readonly Finding[], suppressions: readonly Suppression[]): Finding[] {
  const allowed = new Set(suppressions.flatMap(listKeys));
  return findings.filter((found) => allowed.size === 0 || !ALLOWABLE.has(found.code) || !allowed.has(keyOf(found)));
}

/** A key for every location at which the comment silences its code. */
function listKeys({ code, location: { path, part, line } }: Suppression): string[] {
  const lines = [line, line! + 1, ...(line! <= 2 ? [null] : [])];
  return lines.map((each) => keyOf({ path, part, line: each, code }));
}

function keyOf({ path, part, line, code }: Pick<Location, "path" | "part" | "line"> & { code: string }): string {
  return JSON.stringify([path, part, line, code]);
}

/** The findings with every warning made an error. */
export function promoteWarnings(findings: readonly Finding[]): Finding[] {
  return findings.map((found) => (found.severity === "warning" ? { ...found, severity: "error" } : found));
}
