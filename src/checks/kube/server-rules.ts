import { finding, locationOf } from "../../findings/finding.js";
import { readObjects, type LocatedObject } from "../../kube/read-objects.js";
import { checkObject } from "../../kube/rules/check-object.js";
import type { Complain } from "../../kube/rules/complain.js";
import type { Finding } from "../../model.js";
import type { Check } from "../check.js";

/** What an API server rejects although the schema of the object allows it. */
export const serverRules: Check = {
  codes: [
    "v1-required",
    "v1-forbidden",
    "v1-conflict",
    "v1-name",
    "v1-composed-name",
    "v1-label",
    "v1-number",
    "v1-value",
    "v1-address",
    "v1-host-port",
    "v1-volume-sources",
    "v1-volume-missing",
    "v1-base64",
    "v1-json",
    "service-name-missing",
  ],
  target: "input",
  each: true,
  run: (parts) => readObjects(parts).flatMap(findIn),
};

function findIn({ part, value, locate }: LocatedObject): Finding[] {
  const findings: Finding[] = [];
  const complain: Complain = (code, at, ...args) => {
    findings.push(finding(code, locationOf(part, locate(at)), ...args));
  };
  checkObject(value, complain);
  return findings;
}
