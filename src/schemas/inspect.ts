import type { JsonSchema } from "../model.js";
import { BLOB_PROPERTIES } from "./blob.js";
import { FINDING, FINDINGS } from "./finding.js";
import { READ_PART } from "./part.js";
import { listOf, numberFrom, objectOf, refTo, textOf } from "./shapes.js";

const LIMIT = objectOf("How the blob compares to the limit of a platform.", {
  platform: textOf("The name of the platform."),
  bytes: numberFrom(0, "How much of the limit the blob takes, in bytes as the platform counts them."),
  limit: numberFrom(0, "The limit, in bytes."),
});

/** `inspect --json` */
export const INSPECT_SCHEMA: JsonSchema = {
  title: "kubeboot inspect --json",
  ...objectOf("A blob that was read.", {
    ...BLOB_PROPERTIES,
    parts: listOf("The parts in the order of the blob.", refTo("part")),
    limits: listOf("The platform that was named, if it has a limit; else the three tightest.", refTo("limit")),
    findings: FINDINGS,
  }),
  $defs: { part: READ_PART, limit: LIMIT, finding: FINDING },
};
