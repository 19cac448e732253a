import { finding, locationOf } from "../../findings/finding.js";
import { readObjects, type LocatedObject } from "../../kube/read-objects.js";
import { checkPodSpec } from "../../kube/rules/check-pod-spec.js";
import { checkService } from "../../kube/rules/check-service.js";
import type { Complain } from "../../kube/rules/complain.js";
import { findPod } from "../../kube/rules/find-pod.js";
import type { Finding } from "../../model.js";
import type { Check } from "../check.js";

/** What an API server rejects in pods and services although their schema allows it. */
export const serverRules: Check = {
  codes: ["v1-required", "v1-name", "v1-number", "v1-address", "v1-host-port", "v1-volume-sources"],
  target: "input",
  run: (parts) => readObjects(parts).flatMap(checkObject),
};

function checkObject({ part, value, locate }: LocatedObject): Finding[] {
  const findings: Finding[] = [];
  const complain: Complain = (code, at, ...args) => {
    findings.push(finding(code, locationOf(part, locate(at)), ...args));
  };
  const pod = findPod(value);
  if (pod !== null) checkPodSpec(value, [...pod, "spec"], complain);
  if (value["apiVersion"] === "v1" && value["kind"] === "Service") checkService(value, complain);
  return findings;
}
