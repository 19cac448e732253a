import type { Value } from "./values.js";

/** What YAML or JSON has → a value of templates. Whole numbers become `int`, as in Python. */
export function toValue(value: unknown): Value {
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value !== "object" || value === null) return value as null | boolean | bigint | string;
  return new Map(Object.entries(value).map(([key, item]) => [key, toValue(item)]));
}
