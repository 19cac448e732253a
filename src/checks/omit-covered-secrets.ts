/** Finding[] → without the secrets of which another finding on the same line says more. */
import type { Finding } from "../model.js";

/** Code → what it covers. */
const COVERED = new Map([
  ["password-hash", "secret-password"],
  ["ssh-key", "secret-key"],
]);

/** Leaves out each covered finding: to mend the other mends it, too. */
export function omitCoveredSecrets(findings: readonly Finding[]): Finding[] {
  const covered = new Set(
    findings.filter(({ code }) => COVERED.has(code)).map((found) => keyOf(found, COVERED.get(found.code)!)),
  );
  return findings.filter((found) => !covered.has(keyOf(found, found.code)));
}

function keyOf({ path, part, line }: Finding, code: string): string {
  return JSON.stringify([path, part, line, code]);
}
