import { finding, locationOf } from "../../findings/finding.js";
import { readObjects } from "../../kube/read-objects.js";
import { REMOVED_VERSIONS } from "../../kube/removed-versions.js";
import type { Check } from "../check.js";

/** What the instance runs is not known; the promise is about the releases that are supported today. */
export const versionRemoved: Check = {
  codes: ["version-removed"],
  target: "input",
  run: (parts) =>
    readObjects(parts).flatMap(({ part, value, locate }) => {
      const kind = String(value["kind"]);
      const removed = REMOVED_VERSIONS.find(
        ({ apiVersion, kinds }) => apiVersion === value["apiVersion"] && kinds.includes(kind),
      );
      return removed
        ? [finding("version-removed", locationOf(part, locate(["apiVersion"])), { kind, ...removed })]
        : [];
    }),
};
