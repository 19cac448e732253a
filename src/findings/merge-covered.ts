/** What checks found and what a schema says → one finding for each mistake. */
import type { Finding } from "./finding.js";

/**
 * Leaves out what a schema says where a check speaks, for a check has better words: of cloud-config on its line, for
 * its schema often points at the whole value, and of manifests at the very place. Where the schema refuses what the
 * check only warns of, the check's finding becomes the error.
 */
export function mergeCovered(checked: readonly Finding[], validated: readonly Finding[]): Finding[] {
  const refused = new Set(validated.filter(({ severity }) => severity === "error").map(keyOf));
  const merged = checked.map((found): Finding => (isRefused(found, refused) ? { ...found, severity: "error" } : found));
  const covered = new Set(merged.filter(isWarningOrError).flatMap((found) => [lineOf(found), placeOf(found)]));
  return [...merged, ...validated.filter((found) => found.line === null || !covered.has(keyOf(found)))];
}

function isRefused(found: Finding, refused: ReadonlySet<string>): boolean {
  return (
    found.severity === "warning" &&
    isWarningOrError(found) &&
    [lineOf(found), placeOf(found)].some((key) => refused.has(key))
  );
}

/** A secret on the line is another matter. */
function isWarningOrError({ code, severity }: Finding): boolean {
  return severity !== "note" && !code.startsWith("secret-");
}

function keyOf(found: Finding): string {
  return found.code.startsWith("schema-") ? lineOf(found) : placeOf(found);
}

function lineOf({ path, part, line }: Finding): string {
  return JSON.stringify([path, part, line]);
}

function placeOf(found: Finding): string {
  return `${lineOf(found)}:${found.column}`;
}
