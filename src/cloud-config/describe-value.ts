import { textOf } from "../text/text-of.js";

/** Describes a value read from YAML: `a list`, `the number 420`. */
export function describeValue(value: unknown): string {
  if (value === null) return "nothing";
  if (value instanceof Date) return "a date";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number" || typeof value === "bigint") return `the number ${textOf(value)}`;
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? "text" : "a mapping";
}
