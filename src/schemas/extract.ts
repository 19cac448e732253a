import type { JsonSchema } from "../model.js";
import { BLOB_PROPERTIES } from "./blob.js";
import { FINDING, FINDINGS } from "./finding.js";
import { READ_PROPERTIES } from "./part.js";
import { listOf, objectOf, orNull, refTo, textOf } from "./shapes.js";

const EXTRACTED_PART = objectOf("A part of the blob, and the file that has its content.", {
  ...READ_PROPERTIES,
  path: orNull(textOf("The file; null for a part that was left out.")),
  source: orNull(
    textOf("What `kubeboot bundle` takes to bundle the file again: its path, with a type if it needs one."),
  ),
});

/** `extract --json` */
export const EXTRACT_SCHEMA: JsonSchema = {
  title: "kubeboot extract --json",
  ...objectOf("A blob whose parts were written as files.", {
    ...BLOB_PROPERTIES,
    parts: listOf("The parts in the order of the blob.", refTo("part")),
    findings: FINDINGS,
  }),
  $defs: { part: EXTRACTED_PART, finding: FINDING },
};
