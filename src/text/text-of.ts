/**
 * A value of YAML or JSON as a word of a message or a key of a table: a scalar as text, a collection only as its kind,
 * nothing for what is missing. A mapping may have a key such as `toString`, with which `String()` fails.
 */
export function textOf(value: unknown): string {
  if (value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number" && !Number.isFinite(value))
    return Number.isNaN(value) ? ".nan" : `${value < 0 ? "-" : ""}.inf`;
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? "[…]" : "{…}";
}
