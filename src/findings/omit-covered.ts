/** Findings of a schema → those that say something new. */
import type { Finding } from "./finding.js";

/**
 * Leaves out what stands where one of `known` stands, for a check has better words than a schema: of cloud-config on
 * its line, for its schema often points at the whole value, and of manifests at the very place.
 */
export function omitCovered(findings: readonly Finding[], known: readonly Finding[]): Finding[] {
  const speaking = known.filter(({ code }) => !code.startsWith("secret-"));
  const [lines, places] = [new Set(speaking.map(lineOf)), new Set(speaking.map(placeOf))];
  return findings.filter((found) => {
    if (found.line === null) return true;
    return found.code.startsWith("schema-") ? !lines.has(lineOf(found)) : !places.has(placeOf(found));
  });
}

function lineOf({ path, part, line }: Finding): string {
  return JSON.stringify([path, part, line]);
}

function placeOf(found: Finding): string {
  return `${lineOf(found)}:${found.column}`;
}
