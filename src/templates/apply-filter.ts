import { findNearest } from "../text/find-nearest.js";
import type { Filter, FilterSet } from "./filter.js";
import { bindArgs } from "./read-args.js";
import { TemplateRefusal } from "./template-refusal.js";
import type { Args, Value } from "./values.js";

/** `value | name(args)`; `at` is the place of the filter, null where its expression is the place. */
export function applyFilter(filters: FilterSet, name: string, value: Value, args: Args, at: number | null): Value {
  const [signature, run] = findFilter(filters, name, at);
  return run(value, bindArgs(args, signature), args, filters);
}

/**
 * The filter of this name.
 *
 * @throws {TemplateRefusal} `syntax` where the set has none
 */
export function findFilter(filters: FilterSet, name: string, at: number | null): Filter {
  if (hasFilter(filters, name)) return filters[name]!;
  const near = findNearest(name, Object.keys(filters));
  const advice = near === null ? "" : `; the nearest is \`${near}\``;
  throw new TemplateRefusal("syntax", `unknown filter \`${name}\`${advice}`, at);
}

/** Whether the set has a filter of this name. */
export function hasFilter(filters: FilterSet, name: string): boolean {
  return Object.hasOwn(filters, name);
}
