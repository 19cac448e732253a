import { finding, locationOf } from "../../findings/finding.js";
import { findPod } from "../../kube/rules/find-pod.js";
import { readObjects, type LocatedObject } from "../../kube/read-objects.js";
import { getAt } from "../../kube/get-at.js";
import type { Finding } from "../../model.js";
import type { Check } from "../check.js";

export const untaggedImages: Check = {
  codes: ["image-untagged"],
  target: "input",
  each: true,
  run: (parts) => readObjects(parts).flatMap(checkObject),
};

function checkObject({ part, value, locate }: LocatedObject): Finding[] {
  const pod = findPod(value);
  if (pod === null) return [];
  return ["initContainers", "containers"].flatMap((key) => {
    const list = [...pod, "spec", key];
    const containers = getAt(value, list);
    if (!Array.isArray(containers)) return [];
    return containers.flatMap((container, index) => {
      const image = getAt(container, ["image"]);
      if (typeof image !== "string" || image === "" || isVersioned(image)) return [];
      return [finding("image-untagged", locationOf(part, locate([...list, index, "image"])), { image })];
    });
  });
}

/** A colon before the last slash belongs to a registry's port. */
function isVersioned(image: string): boolean {
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return image.includes("@") || (tag !== undefined && tag !== "latest");
}
