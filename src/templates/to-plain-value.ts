import { Callable, Namespace, Undefined, type Value } from "./values.js";

/** A value of templates → what JSON can hold. A whole number that JSON can't hold becomes text. */
export function toPlainValue(value: Value): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (Array.isArray(value)) return value.map(toPlainValue);
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, item]) => [String(key), toPlainValue(item)]));
  }
  if (value instanceof Undefined || value instanceof Callable || value instanceof Namespace) return null;
  return value;
}
