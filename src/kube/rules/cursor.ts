/** A value in an object, and where it is: what the rules are written with. */
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { getAt, getList } from "../get-at.js";
import type { Complain } from "./complain.js";

/** A value; undefined if there is none. */
export interface Cursor {
  value: unknown;
  path: NodePath;
  complain: Complain;
}

/** The value at `keys` below the cursor. */
export function at({ value, path, complain }: Cursor, ...keys: NodePath): Cursor {
  return { value: getAt(value, keys), path: [...path, ...keys], complain };
}

/** The items of the list at `keys`; none if there is no list. */
export function itemsAt({ value, path, complain }: Cursor, ...keys: NodePath): Cursor[] {
  return getList(value, keys).map((item, index) => ({ value: item, path: [...path, ...keys, index], complain }));
}

/** The keys and values of the mapping at `keys`; none if there is no mapping. */
export function entriesAt({ value, path, complain }: Cursor, ...keys: NodePath): [string, Cursor][] {
  const mapping = getAt(value, keys);
  if (!isMapping(mapping)) return [];
  return Object.entries(mapping).map(([key, each]) => [key, { value: each, path: [...path, ...keys, key], complain }]);
}

/** Whether there is a value at `keys`. Servers read null as absent. */
export function has({ value }: Cursor, ...keys: NodePath): boolean {
  return (getAt(value, keys) ?? null) !== null;
}

/** The text at `keys`, or null. */
export function textAt({ value }: Cursor, ...keys: NodePath): string | null {
  const text = getAt(value, keys);
  return typeof text === "string" ? text : null;
}
