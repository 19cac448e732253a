import type { JsonSchema, PartChange } from "../model.js";
import { BLOB_PROPERTIES } from "./blob.js";
import { FINDING, FINDINGS } from "./finding.js";
import { READ_PART } from "./part.js";
import { always, listOf, objectOf, orNull, refTo, textOf, wordOf } from "./shapes.js";

type BothState = Exclude<PartChange["state"], "vanished" | "appeared">;

const CHANGE: JsonSchema = {
  description: "What changed about a part.",
  oneOf: [
    objectOf("A part that only the first blob has.", {
      state: always("vanished", "It is gone."),
      before: refTo("part"),
      after: always(null, "There is none."),
      diff: always(null, "There is nothing to compare."),
    }),
    objectOf("A part that only the other blob has.", {
      state: always("appeared", "It is new."),
      before: always(null, "There is none."),
      after: refTo("part"),
      diff: always(null, "There is nothing to compare."),
    }),
    objectOf("A part that both blobs have.", {
      state: wordOf<BothState>("Whether it is the same, has another place, or has other content or headers.", {
        changed: true,
        moved: true,
        same: true,
      }),
      before: refTo("part"),
      after: refTo("part"),
      diff: orNull(textOf("A unified diff; null for equal contents, and for those that can't be shown as lines.")),
    }),
  ],
};

/** `inspect --diff OTHER --json` */
export const INSPECT_DIFF_SCHEMA: JsonSchema = {
  title: "kubeboot inspect --diff OTHER --json",
  ...objectOf("What differs between two blobs.", {
    before: refTo("blob"),
    after: refTo("blob"),
    parts: listOf("Every part of the first blob, also unchanged ones, then the new ones.", refTo("change")),
    findings: FINDINGS,
  }),
  $defs: {
    blob: objectOf("A blob as a whole.", BLOB_PROPERTIES),
    change: CHANGE,
    part: READ_PART,
    finding: FINDING,
  },
};
