/** Finding[] → those that count, with the severity that counts: the one place for the findings of all stages. */
import type { Finding } from "../findings/finding.js";
import { applySuppressions, promoteWarnings } from "../findings/suppressions.js";
import type { Part } from "../model.js";
import { readAllowedCodes } from "./allow-comments.js";

/** Leaves out what comments in the parts allow; with `strict`, makes warnings errors. */
export function judgeFindings(
  found: readonly Finding[],
  parts: readonly Part[],
  { strict }: { strict: boolean },
): Finding[] {
  const left = applySuppressions(found, parts.flatMap(readAllowedCodes));
  return strict ? promoteWarnings(left) : left;
}
