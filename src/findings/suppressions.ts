/** Finding[] → what comments and `--strict` leave of them; applied once, when everything has been found. */
import type { Finding, Location } from "./finding.js";
import { isEssential, listAllowableCodes } from "./table.js";

/** A code that a comment allows, and where. */
interface Suppression {
  code: string;
  covered: readonly Location[];
}

/** Leaves out the findings that comments cover. */
export function applySuppressions(findings: readonly Finding[], suppressions: readonly Suppression[]): Finding[] {
  const allowed = new Set(suppressions.flatMap(({ code, covered }) => covered.map((at) => keyOf(code, at))));
  if (allowed.size === 0) return [...findings];
  const allowable = new Set<string>(listAllowableCodes().filter((code) => !isEssential(code)));
  return findings.filter((found) => !allowable.has(found.code) || !allowed.has(keyOf(found.code, found)));
}

function keyOf(code: string, { path, part, line }: Location): string {
  return JSON.stringify([path, part, line, code]);
}

/** The findings with every warning made an error. */
export function promoteWarnings(findings: readonly Finding[]): Finding[] {
  return findings.map((found) => (found.severity === "warning" ? { ...found, severity: "error" } : found));
}
