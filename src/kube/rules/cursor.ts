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
export function at(cursor: Cursor, ...keys: NodePath): Cursor {
  return new Below(cursor, keys, getAt(cursor.value, keys));
}

/** The same place with another value, as if it were written there. */
export function withValue(cursor: Cursor, value: unknown): Cursor {
  return new Below(cursor, [], value);
}

/** The items of the list at `keys`; none if there is no list. */
export function itemsAt(cursor: Cursor, ...keys: NodePath): Cursor[] {
  return getList(cursor.value, keys).map((item, index) => new Below(cursor, [...keys, index], item));
}

/** The keys and values of the mapping at `keys`; none if there is no mapping. */
export function entriesAt(cursor: Cursor, ...keys: NodePath): [string, Cursor][] {
  const mapping = getAt(cursor.value, keys);
  if (!isMapping(mapping)) return [];
  return Object.entries(mapping).map(([key, each]) => [key, new Below(cursor, [...keys, key], each)]);
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

/** Below another cursor: few values are complained about, so that the others need no path. */
class Below implements Cursor {
  readonly #cursor: Cursor;
  readonly #keys: NodePath;
  readonly value: unknown;

  constructor(cursor: Cursor, keys: NodePath, value: unknown) {
    this.#cursor = cursor;
    this.#keys = keys;
    this.value = value;
  }

  get path(): NodePath {
    return [...this.#cursor.path, ...this.#keys];
  }

  get complain(): Complain {
    return this.#cursor.complain;
  }
}
