import { finding, locationOf } from "../../findings/finding.js";
import { findPod } from "../../kube/rules/find-pod.js";
import { readObjects, type LocatedObject } from "../../kube/read-objects.js";
import { getAt } from "../../kube/get-at.js";
import type { Finding } from "../../model.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Check } from "../check.js";

/** Tested with kube-apiserver 1.20: all kinds of containers share their names; ports are separate in each container. */
export const repeatedNames: Check = {
  codes: ["name-repeated"],
  target: "input",
  each: true,
  run: (parts) =>
    readObjects(parts).flatMap((object) => {
      const { apiVersion, kind } = object.value;
      const pod = findPod(object.value);
      if (pod !== null) return checkPod(object, [...pod, "spec"]);
      return apiVersion === "v1" && kind === "Service" ? checkLists(object, [["spec", "ports"]], "port") : [];
    }),
};

function checkPod(object: LocatedObject, spec: NodePath): Finding[] {
  const lists = ["initContainers", "containers"].map((key) => spec.concat(key));
  const ports = lists.flatMap((list) =>
    itemsAt(object, list).flatMap((_, index) => checkLists(object, [[...list, index, "ports"]], "port")),
  );
  return [...checkLists(object, lists, "container"), ...ports, ...checkLists(object, [[...spec, "volumes"]], "volume")];
}

function checkLists(object: LocatedObject, lists: readonly NodePath[], what: string): Finding[] {
  const seen = new Set<unknown>();
  const { part, locate } = object;
  return lists.flatMap((list) =>
    itemsAt(object, list).flatMap((item, index) => {
      const name = getAt(item, ["name"]);
      if (typeof name !== "string" || name === "") return [];
      if (seen.has(name))
        return [finding("name-repeated", locationOf(part, locate([...list, index, "name"])), { what, name })];
      seen.add(name);
      return [];
    }),
  );
}

function itemsAt({ value }: LocatedObject, path: NodePath): unknown[] {
  const items = getAt(value, path);
  return Array.isArray(items) ? items : [];
}
