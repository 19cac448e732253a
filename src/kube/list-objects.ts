/** A document's value → the objects in it. */
import { isMapping } from "../yaml/is-mapping.js";
import { isOldVersion } from "./old-versions.js";
import type { NodePath } from "../yaml/locate-nodes.js";

/** An object, and its path in its document. */
export interface ListedObject {
  value: Record<string, unknown>;
  path: NodePath;
}

/** An object that is a list of others. */
export type ObjectList = Record<string, unknown> & { kind: string; items: unknown[] };

/** The objects in order, with the items of lists instead of the lists. */
export function listObjects(value: unknown, path: NodePath = []): ListedObject[] {
  if (!isMapping(value)) return [];
  if (!isObjectList(value)) return [{ value, path }];
  return value.items.flatMap((item, index) => listObjects(completeItem(item, value), [...path, "items", index]));
}

/** Whether an object is a list of objects, of one kind or of any; OpenShift's first lists were of the kind Config. */
export function isObjectList(value: Record<string, unknown>): value is ObjectList {
  const { apiVersion, kind, items } = value;
  if (typeof kind !== "string" || !Array.isArray(items)) return false;
  return kind.endsWith("List") || (kind === "Config" && isOldVersion(apiVersion));
}

/** An item of a list, with the kind that a list of one kind gives it (apimachinery, unstructured/helpers.go). */
export function completeItem(item: unknown, list: ObjectList): unknown {
  if (!/.List$/.test(list.kind) || !isMapping(item) || "kind" in item || "apiVersion" in item) return item;
  return { apiVersion: list["apiVersion"], kind: list.kind.slice(0, -"List".length), ...item };
}
