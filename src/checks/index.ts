/** Part[] → Finding[]: all checks in order. */
import type { Finding, Part } from "../model.js";
import { byteOrderMark } from "./byte-order-mark.js";
import type { Check } from "./check.js";
import { compressedType } from "./compressed-type.js";
import { containerType } from "./container-type.js";
import { emptyPart } from "./empty-part.js";
import { notUtf8 } from "./not-utf8.js";
import { removedType } from "./removed-type.js";

const CHECKS: readonly Check[] = [containerType, notUtf8, compressedType, byteOrderMark, removedType, emptyPart];

/** Runs the checks; with `essentialOnly` those alone without which the message would break. */
export function runChecks(parts: readonly Part[], { essentialOnly }: { essentialOnly: boolean }): Finding[] {
  const chosen = CHECKS.filter(({ essential }) => essential || !essentialOnly);
  return chosen.flatMap(({ run }) => run(parts));
}
