/** A document's value → the objects in it. */
import { isMapping } from "../yaml/is-mapping.js";
import type { NodePath } from "../yaml/locate-nodes.js";

/** An object, and its path in its document. */
export interface ListedObject {
  value: Record<string, unknown>;
  path: NodePath;
}

/** The objects in order, with the items of lists instead of the lists. */
export function listObjects(value: unknown, path: NodePath = []): ListedObject[] {
  if (!isMapping(value)) return [];
  if (!isObjectList(value)) return [{ value, path }];
  return value.items.flatMap((item, index) => listObjects(item, [...path, "items", index]));
}

/** Whether an object is a list of objects, of one kind or of any. */
export function isObjectList(value: Record<string, unknown>): value is { kind: string; items: unknown[] } {
  const { kind, items } = value;
  return typeof kind === "string" && kind.endsWith("List") && Array.isArray(items);
}
