/** Findings of a schema → those that say something new. */
import type { Finding } from "./finding.js";

/** Leaves out what stands on a line on which one of `known` stands: a check has better words than a schema. */
export function omitCovered(findings: readonly Finding[], known: readonly Finding[]): Finding[] {
  const covered = new Set(known.map(keyOf));
  return findings.filter((found) => found.line === null || !covered.has(keyOf(found)));
}

function keyOf({ path, part, line }: Finding): string {
  return JSON.stringify([path, part, line]);
}
