/** Findings of a schema → those that say something new. */
import type { Finding } from "./finding.js";

/** Leaves out what stands where one of `known` of the same severity stands: a check has better words than a schema. */
export function omitCovered(findings: readonly Finding[], known: readonly Finding[]): Finding[] {
  const covered = new Set(known.map(keyOf));
  return findings.filter((found) => !covered.has(keyOf(found)));
}

function keyOf({ path, part, line, column, severity }: Finding): string {
  return JSON.stringify([path, part, line, column, severity]);
}
