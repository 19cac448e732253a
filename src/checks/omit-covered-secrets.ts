/** Finding[] → without the secrets that another finding on the same line describes better. */
import type { Finding } from "../model.js";

/** Code → the code that it covers. */
const COVERED = new Map([
  ["password-hash", "secret-password"],
  ["ssh-key", "secret-key"],
]);

/** Omits each covered finding, because fixing the other one fixes it too. */
export function omitCoveredSecrets(findings: readonly Finding[]): Finding[] {
  const covered = new Set(
    findings.filter(({ code }) => COVERED.has(code)).map((found) => keyOf(found, COVERED.get(found.code)!)),
  );
  return findings.filter((found) => !covered.has(keyOf(found, found.code)));
}

function keyOf({ path, part, line }: Finding, code: string): string {
  return JSON.stringify([path, part, line, code]);
}
