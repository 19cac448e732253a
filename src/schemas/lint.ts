import type { JsonSchema } from "../model.js";
import { FINDING, FINDINGS } from "./finding.js";
import { flagOf, objectOf } from "./shapes.js";

/** `lint --json` */
export const LINT_SCHEMA: JsonSchema = {
  title: "kubeboot lint --json",
  ...objectOf("The result of the checks.", {
    complete: flagOf("Whether everything could be read; what could not was not checked, and is among the findings."),
    findings: FINDINGS,
  }),
  $defs: { finding: FINDING },
};
