import type { ExplainedConfig, ExplainedPart, Explanation, KeyOrigin } from "../explain/explanation.js";
import type { JsonSchema } from "../model.js";
import { LAYERS } from "./blob.js";
import { CONFLICT, ORIGIN, STEP } from "./explain-steps.js";
import { FINDING, FINDINGS } from "./finding.js";
import { BYTES, SHA256 } from "./part.js";
import { listOf, numberFrom, objectOf, orNull, refTo, textOf } from "./shapes.js";

/** The report has no contents. */
type PartKey = Exclude<keyof ExplainedPart, "content" | "secretLines"> | "bytes" | "sha256";

const STEP_NUMBER = numberFrom(1, "The number of a step.");

const PART = objectOf<PartKey>("A part as the instance gets it.", {
  index: numberFrom(1, "The place among the parts, from 1."),
  type: textOf("The content type that cloud-init takes it for; that of a template is the one it renders to."),
  filename: textOf("The name of the part."),
  path: orNull(textOf("The source or blob, as it was named; null for what kubeboot adds.")),
  part: orNull(numberFrom(1, "The number of the part if `path` is a blob.")),
  steps: listOf("The steps that it takes part in.", STEP_NUMBER),
  dropped: orNull(textOf("Why nothing becomes of it; null if something does.")),
  bytes: BYTES,
  sha256: SHA256,
});

const KEY = objectOf<keyof KeyOrigin>("Where a key of the merged cloud-config comes from.", {
  path: listOf("The path of the key.", {
    anyOf: [textOf("A key."), numberFrom(0, "The place in a list, from 0.")],
  }),
  line: numberFrom(1, "Its line in the text of the merged cloud-config."),
  from: listOf("Where it comes from; several places if values were joined.", refTo("origin")),
  replaced: listOf("Where the values come from that are lost.", refTo("origin")),
});

const CONFIG = objectOf<keyof ExplainedConfig>("The cloud-config that the modules of cloud-init get.", {
  text: orNull(textOf("The merged cloud-config as YAML; null if it can't be known.")),
  uncertain: orNull(textOf("Why the text is not known, or may be another on the instance; null if it is certain.")),
  secretLines: listOf("The lines of the text that hold a secret.", numberFrom(1, "A line.")),
  keys: listOf("Each key at the root, and each key below it that comes from elsewhere.", refTo("key")),
});

const RELEASE = objectOf("The image, or version of cloud-init, that was named; null if none was.", {
  name: textOf("Its name."),
  version: textOf("The version of cloud-init."),
});

/** `explain --json` */
export const EXPLAIN_SCHEMA: JsonSchema = {
  title: "kubeboot explain --json",
  ...objectOf<keyof Explanation>("What happens at boot, in order.", {
    platform: orNull(textOf("The platform that was named; null if none was.")),
    release: orNull(RELEASE),
    layers: LAYERS,
    parts: listOf("The parts in the order in which the instance gets them.", refTo("part")),
    steps: listOf("The steps in the order in which they happen.", refTo("step")),
    nextBoot: listOf("The steps that happen again at every later boot.", STEP_NUMBER),
    config: CONFIG,
    findings: FINDINGS,
  }),
  $defs: { part: PART, step: STEP, conflict: CONFLICT, key: KEY, origin: ORIGIN, finding: FINDING },
};
