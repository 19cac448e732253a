import { finding, locationOf } from "../../findings/finding.js";
import { findPod } from "../../kube/rules/find-pod.js";
import { isMapping } from "../../yaml/is-mapping.js";
import { readObjects, type LocatedObject } from "../../kube/read-objects.js";
import { getAt, getList } from "../../kube/get-at.js";
import type { Finding } from "../../model.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Check } from "../check.js";
import { textOf } from "../../text/text-of.js";

/** What controllers require of their templates (kubernetes, pkg/apis/apps/validation and pkg/apis/batch/validation). */
export const controllers: Check = {
  codes: ["selector-mismatch", "restart-policy"],
  target: "input",
  each: true,
  run: (parts) =>
    readObjects(parts).flatMap((object) => {
      const template = findPod(object.value);
      if (template === null || template.at(-1) !== "template" || object.value["kind"] === "PodTemplate") return [];
      return checkSelector(object, template).concat(checkRestartPolicy(object, template.concat("spec")));
    }),
};

/** A job generates its selector. */
function checkSelector({ part, value, locate }: LocatedObject, template: NodePath): Finding[] {
  const kind = textOf(value["kind"]);
  if (isJob(kind) || !isMapping(getAt(value, template))) return [];
  const path = ["spec", "selector", ...(kind === "ReplicationController" ? [] : ["matchLabels"])];
  const wanted = getAt(value, path);
  const labels = getAt(value, [...template, "metadata", "labels"]);
  const lacking = isMapping(wanted)
    ? Object.entries(wanted).find(([key, text]) => typeof text === "string" && getAt(labels, [key]) !== text)
    : undefined;
  const label = lacking?.join("=") ?? findUnmet(getList(value, ["spec", "selector", "matchExpressions"]), labels);
  if (label === null) return [];
  return [
    finding("selector-mismatch", locationOf(part, locate(lacking ? path : ["spec", "selector"])), { kind, label }),
  ];
}

/** A label that an expression asks for and the template lacks, or null. */
function findUnmet(expressions: readonly unknown[], labels: unknown): string | null {
  for (const expression of expressions) {
    const [key, operator] = ["key", "operator"].map((name) => getAt(expression, [name]));
    const [first, ...others] = getList(expression, ["values"]);
    if (typeof key !== "string") continue;
    const label = getAt(labels, [key]);
    if (operator === "Exists" && label === undefined) return key;
    if (operator === "In" && typeof first === "string" && ![first, ...others].includes(label)) return `${key}=${first}`;
  }
  return null;
}

function checkRestartPolicy({ part, value, locate }: LocatedObject, spec: NodePath): Finding[] {
  if (!isMapping(getAt(value, spec))) return [];
  const kind = textOf(value["kind"]);
  const path = [...spec, "restartPolicy"];
  const policy = textOf(getAt(value, path) ?? "Always");
  const allowed = isJob(kind) ? ["OnFailure", "Never"] : ["Always"];
  if (allowed.includes(policy)) return [];
  const words = allowed.map((each) => `\`${each}\``).join(" or ");
  return [finding("restart-policy", locationOf(part, locate(path)), { kind, policy, allowed: words })];
}

function isJob(kind: string): boolean {
  return kind === "Job" || kind === "CronJob";
}
