import type { Args, Value } from "./values.js";

/** A filter: its parameters, as `bindArgs` reads them, and what it makes of a value with their values. */
export type Filter = [
  signature: string,
  run: (value: Value, values: (Value | undefined)[], args: Args, filters: FilterSet) => Value,
];

/** The filters that a template can use, by name. */
export interface FilterSet {
  readonly [name: string]: Filter;
}
