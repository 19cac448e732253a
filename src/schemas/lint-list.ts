import { listCheckCodes, type CodeDescription } from "../findings/table.js";
import type { JsonSchema } from "../model.js";
import { SEVERITY } from "./finding.js";
import { listOf, objectOf, orNull, refTo, textOf } from "./shapes.js";

const CHECK = objectOf<keyof CodeDescription>("A check.", {
  code: { type: "string", description: "The code of its findings.", enum: listCheckCodes() },
  severity: SEVERITY,
  reason: textOf("Why the check exists."),
  hint: orNull(textOf("How to fix what it finds; null if there is no general answer.")),
});

/** `lint --list --json` */
export const LINT_LIST_SCHEMA: JsonSchema = {
  title: "kubeboot lint --list --json",
  ...objectOf("The table of checks.", { checks: listOf("Every check.", refTo("check")) }),
  $defs: { check: CHECK },
};
