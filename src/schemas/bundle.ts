import type { Bundle, JsonSchema } from "../model.js";
import { LAYERS } from "./blob.js";
import { FINDING, FINDINGS } from "./finding.js";
import { PART } from "./part.js";
import { listOf, numberFrom, objectOf, orNull, refTo } from "./shapes.js";

/** `bundle --json` */
export const BUNDLE_SCHEMA: JsonSchema = {
  title: "kubeboot bundle --json",
  ...objectOf<keyof Bundle>("The report on a blob that was written, or could not be.", {
    bytes: orNull(numberFrom(0, "The size of the blob, in bytes; null if errors kept it from being written.")),
    layers: LAYERS,
    parts: listOf("The parts in the order of the blob; none if it was not written.", refTo("part")),
    findings: FINDINGS,
  }),
  $defs: { part: PART, finding: FINDING },
};
