import type { KubebootError } from "../errors.js";
import { finding, hasErrors } from "../findings/finding.js";
import type { Finding } from "../model.js";

/** The findings of an error, for a report: its message becomes one where no finding is the reason. */
export function listFailures({ findings, message }: KubebootError): readonly Finding[] {
  return hasErrors(findings) ? findings : [...findings, finding("run-stopped", {}, { reason: message })];
}
