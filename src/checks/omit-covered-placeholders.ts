import type { Finding } from "../model.js";

/** Finding[] → without the placeholders on whose line another finding stands: filling them in fixes it too. */
export function omitCoveredPlaceholders(findings: readonly Finding[]): Finding[] {
  const others = new Set(findings.filter((found) => !isPlaceholder(found)).map(placeOf));
  return findings.filter((found) => !isPlaceholder(found) || !others.has(placeOf(found)));
}

function isPlaceholder({ code }: Finding): boolean {
  return code === "config-placeholder" || code === "manifest-placeholder";
}

function placeOf({ path, part, line }: Finding): string {
  return JSON.stringify([path, part, line]);
}
