import { finding, locationOf } from "../../findings/finding.js";
import { readObjects } from "../../kube/read-objects.js";
import { findRemoved } from "../../kube/removed-versions.js";
import type { Check } from "../check.js";
import { textOf } from "../../text/text-of.js";

/** The version on the instance is unknown; checks the releases that are supported today. */
export const versionRemoved: Check = {
  codes: ["version-removed"],
  target: "input",
  each: true,
  run: (parts) =>
    readObjects(parts).flatMap(({ part, value, locate }) => {
      const kind = textOf(value["kind"]);
      const removed = findRemoved(value);
      return removed
        ? [finding("version-removed", locationOf(part, locate(["apiVersion"])), { kind, ...removed })]
        : [];
    }),
};
