import { getEntry } from "./dict.js";
import { NamedList, Sequence, isList, type Value } from "./values.js";

/** The item of a dict, list or text; undefined where there is none. */
export function findItem(of: Value, key: Value): Value | undefined {
  if (of instanceof Map) return isList(key) || key instanceof Map ? undefined : getEntry(of, key);
  if (of instanceof NamedList && typeof key === "string") return of.byName.get(key);
  if (typeof key !== "bigint" && typeof key !== "boolean") return undefined;
  const items = typeof of === "string" ? [...of] : of;
  return hasIndex(items) ? items.at(Number(key)) : undefined;
}

/** Whether the value has items with numbers. */
export function hasIndex(of: Value): of is Value[] {
  return Array.isArray(of) && !(of instanceof Sequence && of.kind !== "range");
}
