/** Two values and what they were merged to → where each value of the result comes from. */
import { isDeepStrictEqual } from "node:util";
import type { Merge } from "../cloud-config/list-merges.js";
import { meaningOf } from "../cloud-config/meaning-of.js";
import { isMapping } from "../yaml/is-mapping.js";
import type { NodePath } from "../yaml/locate-nodes.js";

/** The place of a value in the cloud-config that it comes from. */
export interface ValueOrigin {
  merge: Merge;
  path: NodePath;
  value: unknown;
}

/** A value, and where it and each value in it come from. */
export interface TracedValue {
  value: unknown;
  /** Several if they were joined. */
  from: ValueOrigin[];
  /** The values that others took the place of. */
  replaced: ValueOrigin[];
  children: ReadonlyMap<string | number, TracedValue>;
}

/** All values of one cloud-config. */
export function traceValue(value: unknown, merge: Merge, path: NodePath = []): TracedValue {
  const children = new Map(
    entriesOf(value).map(([key, each]) => [key, traceValue(each, merge, [...path, key])] as const),
  );
  return { value, from: [{ merge, path, value }], replaced: [], children };
}

/** @param merged what cloud-init makes of the two: parts of it are the very values of one of them */
export function traceMerge(earlier: TracedValue, later: TracedValue, merged: unknown): TracedValue {
  const isLater = Object.is(merged, later.value);
  if (isLater || Object.is(merged, earlier.value)) {
    if (isSame(earlier.value, later.value)) return earlier;
    const [winner, loser] = isLater ? [later, earlier] : [earlier, later];
    return { ...winner, replaced: [...earlier.replaced, ...lostOf(loser)] };
  }
  const from = [...earlier.from, ...later.from];
  return { value: merged, from, replaced: [], children: new Map(traceChildren(earlier, later, merged)) };
}

function traceChildren(earlier: TracedValue, later: TracedValue, merged: unknown): [string | number, TracedValue][] {
  if (!Array.isArray(merged)) {
    return entriesOf(merged).map(([key, value]) => [key, traceChild(earlier, later, key, value)]);
  }
  const [first, last] = startsWith(merged, earlier.value) ? [earlier, later] : [later, earlier];
  if (merged.length === first.children.size + last.children.size) {
    return [...first.children.values(), ...last.children.values()].map((child, index) => [index, child]);
  }
  return merged.map((value, index) => [index, traceChild(earlier, later, index, value)]);
}

function traceChild(earlier: TracedValue, later: TracedValue, key: string | number, value: unknown): TracedValue {
  const [one, other] = [earlier.children.get(key), later.children.get(key)];
  return one && other ? traceMerge(one, other, value) : (one ?? other)!;
}

/** Nothing is lost with an empty value. */
function lostOf({ value, from }: TracedValue): ValueOrigin[] {
  const isEmpty = value === null || ((Array.isArray(value) || isMapping(value)) && entriesOf(value).length === 0);
  return isEmpty ? [] : from;
}

function entriesOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((each, index) => [index, each]);
  return isMapping(value) ? Object.entries(value) : [];
}

function startsWith(list: readonly unknown[], start: unknown): boolean {
  return Array.isArray(start) && start.every((each, index) => Object.is(each, list[index]));
}

function isSame(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || isDeepStrictEqual(meaningOf(one), meaningOf(other));
}
