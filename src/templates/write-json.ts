import { Callable, Namespace, Undefined, fail, type Value } from "./values.js";
import { writeLiteral } from "./write-value.js";

/** What the filter `tojson` writes: Python's `json.dumps` with sorted keys, safe in HTML (jinja2/utils.py). */
export function writeJson(value: Value, indent: number | null): string {
  const codes: Record<string, string> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027" };
  return write(value, indent, 0).replaceAll(/[<>&']/g, (character) => codes[character]!);
}

function write(value: Value, indent: number | null, depth: number): string {
  if (value === null || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return writeLiteral(value);
  if (typeof value === "string") return writeText(value);
  if (value instanceof Undefined || value instanceof Callable || value instanceof Namespace) {
    return fail("the value is not JSON serializable");
  }
  if (Array.isArray(value))
    return wrap(
      "[]",
      value.map((item) => write(item, indent, depth + 1)),
      indent,
      depth,
    );
  const keys = [...value.keys()].map(String).toSorted();
  const members = keys.map((key) => `${writeText(key)}: ${write(value.get(key) ?? null, indent, depth + 1)}`);
  return wrap("{}", members, indent, depth);
}

function wrap([open, close]: string | string[], items: string[], indent: number | null, depth: number): string {
  if (items.length === 0 || indent === null) return open + items.join(", ") + close!;
  const line = `\n${" ".repeat(indent * (depth + 1))}`;
  return `${open}${line}${items.join(`,${line}`)}\n${" ".repeat(indent * depth)}${close}`;
}

function writeText(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
