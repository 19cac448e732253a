/** What an API server rejects in a v1 object, in addition to the rules of the mapping tables. */
import { isMapping } from "../../yaml/is-mapping.js";
import { checkPodSpec } from "../rules/check-pod-spec.js";
import { checkName, DNS_LABEL_1035, DNS_SUBDOMAIN } from "../rules/check-name.js";
import { checkService } from "../rules/check-service.js";
import type { Complain } from "../rules/complain.js";
import { getAt } from "../get-at.js";

/** Checks names, pods, controllers and services (tested with kube-apiserver 1.20). */
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

/** Without a selector the labels of the template are the selector, so there must be labels. */
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
