import { finding, locationOf } from "../../findings/finding.js";
import { getAt } from "../../kube/get-at.js";
import { readObjects, type LocatedObject } from "../../kube/read-objects.js";
import type { Finding } from "../../model.js";
import { textOf } from "../../text/text-of.js";
import type { Check } from "../check.js";

/**
 * An API server gives each object a uid of its own, ignores that of a new one, and refuses another one, or another
 * resourceVersion, for an object that exists (seen with Kubernetes 1.36). Where no owner with the uid of an owner
 * reference exists, the garbage collector deletes the object (Kubernetes documentation, "Garbage Collection").
 */
export const exportedObjects: Check = {
  codes: ["object-exported"],
  target: "input",
  each: true,
  run: (parts) => readObjects(parts).flatMap(checkObject),
};

/** What `kubectl get -o yaml` prints and nobody writes. */
const MARKS = ["ownerReferences", "uid", "resourceVersion"];

/** What the cluster has filled in besides; most of it does no harm. */
const OTHERS = ["creationTimestamp", "generation", "managedFields", "selfLink"];

function checkObject({ part, value, locate }: LocatedObject): Finding[] {
  const listFilled = (at: string, keys: readonly string[]): string[] =>
    keys.filter((key) => isFilled(getAt(value, [at, key]))).map((key) => `${at}.${key}`);
  const [mark] = listFilled("metadata", MARKS);
  if (mark === undefined) return [];
  const addresses = isService(value) ? listFilled("spec", ["clusterIP", "clusterIPs"]) : [];
  const fields = [
    ...listFilled("metadata", [...MARKS, ...OTHERS]),
    ...addresses,
    ...(value["kind"] === "Pod" ? listFilled("spec", ["nodeName"]) : []),
    ...(isFilled(value["status"]) ? ["status"] : []),
  ];
  const [address] = mark === "metadata.ownerReferences" ? [] : addresses;
  const field = address ?? mark;
  const problem = address ? "address" : mark === "metadata.ownerReferences" ? "owner" : "again";
  return [finding("object-exported", locationOf(part, locate(field.split("."))), { problem, field, fields })];
}

/** Of a headless service, `clusterIP: None` was written by hand. */
function isService(value: Record<string, unknown>): boolean {
  return value["kind"] === "Service" && textOf(getAt(value, ["spec", "clusterIP"])) !== "None";
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== "";
}
