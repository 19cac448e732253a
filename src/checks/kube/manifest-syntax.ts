import { finding, locationOf } from "../../findings/finding.js";
import { isManifest, readManifestOf } from "../../kube/read-objects.js";
import type { Check } from "../check.js";

export const manifestSyntax: Check = {
  codes: ["manifest-syntax"],
  target: "input",
  run: (parts) =>
    parts.filter(isManifest).flatMap((part) => {
      const { problem } = readManifestOf(part);
      if (!problem) return [];
      const { reason, fix } = problem;
      return [finding("manifest-syntax", locationOf(part, problem), { reason, fix })];
    }),
};
