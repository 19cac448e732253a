import { readObjects } from "../../kube/read-objects.js";
import { findPod } from "../../kube/rules/find-pod.js";
import type { Check } from "../check.js";
import { findPlaceholders, mayHavePlaceholders } from "../find-placeholders.js";

/** Without commands, annotations and data, in which many programs have braces of their own. */
const PATTERNS = [
  "metadata.namespace",
  "metadata.labels.*",
  "spec.externalName",
  "spec.externalIPs[]",
  "spec.loadBalancerIP",
  "spec.rules[].host",
];

const OF_PODS = ["spec.containers[].image", "spec.initContainers[].image", "spec.nodeName", "spec.serviceAccountName"];

export const manifestPlaceholders: Check = {
  codes: ["manifest-placeholder"],
  target: "input",
  each: true,
  run: (parts) =>
    parts
      .filter(({ content }) => mayHavePlaceholders(content))
      .flatMap((part) =>
        readObjects([part])
          .flatMap((object) => {
            const pod = findPod(object.value);
            const ofPod = pod === null ? [] : OF_PODS.map((pattern) => [...pod, pattern].join("."));
            return findPlaceholders({ code: "manifest-placeholder", ...object, patterns: [...PATTERNS, ...ofPod] });
          })
          .slice(0, 1),
      ),
};
