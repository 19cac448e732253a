import type { NodePath } from "../yaml/locate-nodes.js";
import { isMapping } from "../yaml/is-mapping.js";

/** The value at `path`, or undefined. */
export function getAt(value: unknown, path: NodePath): unknown {
  let current = value;
  for (const key of path) {
    if (!isContainer(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** The list at `path`; empty if there is none. */
export function getList(value: unknown, path: NodePath): unknown[] {
  const list = getAt(value, path);
  return Array.isArray(list) ? list : [];
}

/** A mapping or a list, whose values are accessed in the same way. */
export type Container = Record<string | number, unknown>;

function isContainer(value: unknown): value is Container {
  return isMapping(value) || Array.isArray(value);
}
