import type { Args, Value } from "./values.js";

/** What a filter makes of a value. */
export type Filter = (value: Value, args: Args) => Value;
