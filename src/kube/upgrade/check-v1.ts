/** What an API server rejects in a v1 object, in addition to the rules of the mapping tables. */
import { isMapping } from "../../yaml/is-mapping.js";
import { getAt } from "../get-at.js";
import type { OldVersion } from "../old-versions.js";
import { checkName, DNS_LABEL, DNS_LABEL_1035, DNS_SUBDOMAIN } from "../rules/check-name.js";
import { checkObject } from "../rules/check-object.js";
import type { Complain } from "../rules/complain.js";
import { textOf } from "../../text/text-of.js";

/** Checks the object (tested with kube-apiserver 1.20). */
export function checkV1(object: Record<string, unknown>, version: OldVersion, complain: Complain): void {
  const { kind } = object;
  checkObjectName(object, version, complain);
  if (kind === "ComponentStatus") complain("upgrade-read-only", [], { kind });
  if (kind === "PodTemplate" && getAt(object, ["template"]) === undefined) {
    return complain("v1-required", [], { key: "template" });
  }
  if (kind === "ReplicationController" && !checkController(object, version, complain)) return;
  checkObject(object, complain);
}

/** The rules of names that differ from the usual one. */
const NAMES = new Map([
  ["Service", DNS_LABEL_1035],
  ["Namespace", DNS_LABEL],
]);

function checkObjectName(object: Record<string, unknown>, version: OldVersion, complain: Complain): void {
  const path = ["metadata", "name"];
  const name = getAt(object, path);
  if (name === undefined) complain("v1-no-name", [], { key: version === "v1beta3" ? "metadata.name" : "id" });
  else checkName("name", name, path, NAMES.get(textOf(object["kind"])) ?? DNS_SUBDOMAIN, complain);
}

/**
 * Without a selector the labels of the template are the selector, so there must be labels.
 *
 * @returns whether there is a template with labels
 */
function checkController(object: Record<string, unknown>, version: OldVersion, complain: Complain): boolean {
  const template = ["spec", "template"];
  if (getAt(object, template) === undefined) {
    const at = getAt(object, ["spec"]) === undefined ? [] : ["spec"];
    complain("v1-required", at, { key: version === "v1beta3" ? "template" : "podTemplate" });
    return false;
  }
  const labels = getAt(object, [...template, "metadata", "labels"]);
  const selector = getAt(object, ["spec", "selector"]);
  const policy = getAt(object, [...template, "spec", "restartPolicy"]) ?? "Always";
  if (policy !== "Always") complain("v1-restart-policy", [...template, "spec", "restartPolicy"]);
  if (!isMapping(labels)) {
    complain("v1-required", template, { key: "labels" });
    return false;
  }
  if (isMapping(selector) && Object.entries(selector).some(([key, value]) => labels[key] !== value)) {
    complain("v1-selector", ["spec", "selector"]);
  }
  return true;
}
