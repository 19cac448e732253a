import { finding, locationOf } from "../../findings/finding.js";
import { CLIENT_FORMATS } from "../../kube/client-formats.js";
import { findKindProblem } from "../../kube/fields/find-kind-problem.js";
import { listDefinedKinds, nameCustomKind } from "../../kube/list-defined-kinds.js";
import { readObjects, type LocatedObject } from "../../kube/read-objects.js";
import type { Finding } from "../../model.js";
import type { Check } from "../check.js";

/** What an API server says "no matches for kind" to. */
export const objectKind: Check = {
  codes: ["kind-unknown", "kind-custom", "object-foreign"],
  target: "input",
  run: (parts) => {
    const objects = readObjects(parts);
    const defined = listDefinedKinds(objects.map(({ value }) => value));
    return objects.flatMap((object) => checkObject(object, defined));
  },
};

/** @param defined the custom kinds that need no note, to which those that got one are added */
function checkObject({ part, value, locate }: LocatedObject, defined: Set<string>): Finding[] {
  const { apiVersion, kind } = value;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || apiVersion === "" || kind === "") return [];
  const client = CLIENT_FORMATS.find(({ matches }) => matches(value));
  if (client) {
    const { format, advice } = client;
    return [finding("object-foreign", locationOf(part, locate(["kind"])), { format, advice })];
  }
  const custom = nameCustomKind(apiVersion.replace(/\/.*/s, ""), kind);
  const problem = defined.has(custom) ? null : findKindProblem({ apiVersion, kind });
  if (!problem) return [];
  if (problem.lacks === "definition") {
    defined.add(custom);
    return [finding("kind-custom", locationOf(part, locate(["kind"])), { kind, apiVersion })];
  }
  const place = problem.meant?.kind === kind ? "apiVersion" : "kind";
  return [finding("kind-unknown", locationOf(part, locate([place])), { kind, apiVersion, ...problem })];
}
