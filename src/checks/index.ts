/** Part[] → Finding[]: all checks in order. */
import type { Finding, Part } from "../model.js";
import { byteOrderMark } from "./byte-order-mark.js";
import type { Check } from "./check.js";
import { compressedType } from "./compressed-type.js";
import { containerType } from "./container-type.js";
import { emptyPart } from "./empty-part.js";
import { notUtf8 } from "./not-utf8.js";
import { removedType } from "./removed-type.js";

/** Those that look at bytes, types, names and headers alone. */
const PLAIN_CHECKS: readonly Check[] = [containerType, notUtf8, compressedType, byteOrderMark, removedType, emptyPart];

/** The codes of all checks, in their order. */
export const CHECK_CODES = PLAIN_CHECKS.flatMap(({ codes }) => codes);

/** The parts before and after they have been arranged. */
export interface CheckedParts {
  listed: readonly Part[];
  delivered: readonly Part[];
}

/** Runs the checks; with `essentialOnly` those alone without which the message would break. */
export async function runChecks(
  parts: CheckedParts,
  { essentialOnly = false }: { essentialOnly?: boolean } = {},
): Promise<Finding[]> {
  const chosen = PLAIN_CHECKS.filter(({ essential }) => essential || !essentialOnly);
  return chosen.flatMap(({ of, run }) => run(parts[of]));
}
