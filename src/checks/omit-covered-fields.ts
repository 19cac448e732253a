/** Finding[] → one for each mistake in a Kubernetes object. */
import type { Finding } from "../model.js";

/**
 * Omits what the table of fields says where another check speaks, which has better words; and a missing field if a
 * misspelt one stands for it.
 */
export function omitCoveredFields(findings: readonly Finding[]): Finding[] {
  const covering = findings.filter(({ code, severity }) => !isOfTable(code) && !isAside(code, severity));
  const places = new Set(covering.map(placeOf));
  const misspelt = new Set(findings.flatMap((found) => findMissing(found, findings)));
  return findings.filter((found) => !(isOfTable(found.code) && places.has(placeOf(found))) && !misspelt.has(found));
}

function isOfTable(code: string): boolean {
  return code.startsWith("field-");
}

/** A secret at the place is another matter. */
function isAside(code: string, severity: string): boolean {
  return severity === "note" || code.startsWith("secret-");
}

function placeOf({ path, part, line, column }: Finding): string {
  return JSON.stringify([path, part, line, column]);
}

/** The place of a missing field is that of the mapping around it, which begins above the misspelt one. */
function findMissing(found: Finding, findings: readonly Finding[]): Finding[] {
  if (found.code !== "field-unknown" || found.args.place !== null) return [];
  const { field } = found.args;
  const missing = findings.findLast(
    (other) =>
      other.code === "v1-required" && other.args.key === field && isSameText(other, found) && isAbove(other, found),
  );
  return missing ? [missing] : [];
}

function isSameText(one: Finding, other: Finding): boolean {
  return one.path === other.path && one.part === other.part;
}

function isAbove(one: Finding, other: Finding): boolean {
  const [line, limit] = [one.line ?? 0, other.line ?? 0];
  return line < limit || (line === limit && (one.column ?? 0) <= (other.column ?? 0));
}
