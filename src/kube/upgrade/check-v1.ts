/** What an API server refuses in a v1 object, beyond what the tables of the mapping see to. */
import type { FindingArgs, FindingCode } from "../../findings.js";
import { isMapping } from "../list-objects.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { checkPodSpec } from "./check-pod-spec.js";
import { checkName, DNS_LABEL_1035, DNS_SUBDOMAIN } from "./check-name.js";
import { checkService } from "./check-service.js";
import { getAt } from "./draft.js";

/** Reports about the node of the v1 object at a path. */
export type Complain = <Code extends FindingCode>(code: Code, at: NodePath, ...args: FindingArgs<Code>) => void;

/** Looks at names, pods, controllers and services (seen with kube-apiserver 1.20). */
export function checkV1(object: Record<string, unknown>, complain: Complain): void {
  checkObjectName(object, complain);
  if (object["kind"] === "Pod") checkPodSpec(object, ["spec"], complain);
  if (object["kind"] === "ReplicationController") checkController(object, complain);
  if (object["kind"] === "Service") checkService(object, complain);
}

function checkObjectName(object: Record<string, unknown>, complain: Complain): void {
  const path = ["metadata", "name"];
  const name = getAt(object, path);
  if (name === undefined) complain("v1-no-name", []);
  else checkName("name", name, path, object["kind"] === "Service" ? DNS_LABEL_1035 : DNS_SUBDOMAIN, complain);
}

/** Without a selector the labels of the template are the selector: there must be some. */
function checkController(object: Record<string, unknown>, complain: Complain): void {
  const template = ["spec", "template"];
  if (getAt(object, template) === undefined) return complain("v1-required", ["spec"], { key: "podTemplate" });
  checkPodSpec(object, [...template, "spec"], complain);
  const labels = getAt(object, [...template, "metadata", "labels"]);
  const selector = getAt(object, ["spec", "selector"]);
  if (!isMapping(labels)) complain("v1-required", template, { key: "labels" });
  else if (isMapping(selector) && Object.entries(selector).some(([key, value]) => labels[key] !== value)) {
    complain("v1-selector", ["spec", "selector"]);
  }
  const policy = getAt(object, [...template, "spec", "restartPolicy"]) ?? "Always";
  if (policy !== "Always") complain("v1-restart-policy", [...template, "spec", "restartPolicy"]);
}
