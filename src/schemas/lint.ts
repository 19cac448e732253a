import type { JsonSchema } from "../model.js";
import { FINDING, FINDINGS } from "./finding.js";
import { objectOf } from "./shapes.js";

/** `lint --json` */
export const LINT_SCHEMA: JsonSchema = {
  title: "kubeboot lint --json",
  ...objectOf("The result of the checks.", { findings: FINDINGS }),
  $defs: { finding: FINDING },
};
