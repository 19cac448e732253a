import { listFindingCodes } from "../findings/table.js";
import type { JsonSchema } from "../model.js";
import { listOf, numberFrom, objectOf, refTo, textOf, wordOf } from "./shapes.js";

const LOCATION = objectOf("Where it is.", {
  path: textOf("The file, from the working directory; . if there is none."),
  lines: objectOf("Its lines.", {
    begin: numberFrom(1, "The line; 1 if there is none, and in the parts of a blob."),
  }),
});

const ISSUE = objectOf("A finding.", {
  description: textOf("What is wrong, and how to fix it, in one line."),
  check_name: { type: "string", description: "The code of the finding.", enum: listFindingCodes() },
  fingerprint: {
    type: "string",
    description: "The same for a finding that only moved to another line.",
    pattern: "^[0-9a-f]{64}$",
  },
  severity: wordOf("blocker: something can't be read; major: another error; minor: a warning; info: a note.", {
    blocker: true,
    major: true,
    minor: true,
    info: true,
  }),
  location: LOCATION,
});

/** `lint --format gitlab` */
export const LINT_GITLAB_SCHEMA: JsonSchema = {
  title: "kubeboot lint --format gitlab",
  ...listOf("GitLab's code quality report.", refTo("issue")),
  $defs: { issue: ISSUE },
};
