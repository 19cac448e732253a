import { hasErrors } from "../findings/finding.js";
import type { Finding } from "../model.js";
import type { Io } from "./io.js";
import { reportFindings } from "./report-findings.js";
import { ExitError } from "./exit-error.js";

/**
 * Prints the findings of a blob that could be read nevertheless.
 *
 * @throws {ExitError} with status 1 if one is an error
 */
export async function reportRead(findings: readonly Finding[], { quiet }: { quiet?: true }, io: Io): Promise<void> {
  const shown = quiet ? findings.filter(({ severity }) => severity === "error") : findings;
  await reportFindings(shown, io);
  if (hasErrors(findings)) throw new ExitError(1);
}
