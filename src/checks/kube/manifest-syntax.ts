import { finding, locationOf } from "../../findings/finding.js";
import { isManifest, readManifestOf } from "../../kube/read-objects.js";
import { findClientProblem } from "../../kube/find-client-problem.js";
import type { Part } from "../../model.js";
import { createPositionFinder, type TextPosition } from "../../text/text-position.js";
import type { ProblemWords } from "../../yaml/yaml-problem.js";
import type { Check } from "../check.js";

export const manifestSyntax: Check = {
  codes: ["manifest-syntax"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.filter(isManifest).flatMap((part) => {
      const problem = readManifestOf(part).problem ?? locateClientProblem(part);
      if (!problem) return [];
      const { reason, fix } = problem;
      return [finding("manifest-syntax", locationOf(part, problem), { reason, fix })];
    }),
};

/** What only kubectl rejects in a text that is YAML. */
function locateClientProblem({ content }: Part): (TextPosition & ProblemWords) | null {
  const text = new TextDecoder().decode(content);
  const problem = findClientProblem(text);
  return problem && { ...problem, ...createPositionFinder(text)(problem.position) };
}
