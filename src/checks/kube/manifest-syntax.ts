import { finding, placeIn } from "../../findings/finding.js";
import { isManifest, readManifestOf } from "../../kube/read-objects.js";
import type { Check } from "../check.js";

export const manifestSyntax: Check = {
  codes: ["manifest-syntax"],
  of: "listed",
  run: (parts) =>
    parts.filter(isManifest).flatMap((part) => {
      const { problem } = readManifestOf(part);
      return problem ? [finding("manifest-syntax", placeIn(part, problem), { reason: problem.reason })] : [];
    }),
};
