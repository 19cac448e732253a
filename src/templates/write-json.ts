import { orderValues } from "./operators.js";
import { Tuple, Undefined, fail, isList, typeName, useUndefined, type Dict, type Value } from "./values.js";
import { writeLiteral } from "./write-value.js";

/** What the filter `tojson` writes: Python's `json.dumps` with sorted keys, safe in HTML (jinja2/utils.py) if wanted. */
export function writeJson(value: Value, indent: number | null, { isHtml } = { isHtml: true }): string {
  if (!isHtml) return write(value, indent, 0);
  const codes: Record<string, string> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027" };
  return write(value, indent, 0).replaceAll(/[<>&']/g, (character) => codes[character]!);
}

function write(value: Value, indent: number | null, depth: number): string {
  if (value === null || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return writeNumber(value);
  if (typeof value === "string") return writeText(value);
  if (isList(value) || value instanceof Tuple) {
    const items = Array.from(value, (item) => write(item, indent, depth + 1));
    return wrap("[]", items, indent, depth);
  }
  if (value instanceof Map) return wrap("{}", writeMembers(value, indent, depth), indent, depth);
  if (value instanceof Undefined) useUndefined(value, null);
  return fail(`Object of type ${value instanceof Undefined ? "Undefined" : typeName(value)} is not JSON serializable`);
}

function writeMembers(dict: Dict, indent: number | null, depth: number): string[] {
  const entries = [...dict].toSorted(([left], [right]) => orderValues(left, right));
  return entries.map(([key, item]) => `${writeText(writeKey(key))}: ${write(item, indent, depth + 1)}`);
}

function writeKey(key: Value): string {
  if (typeof key === "string") return key;
  if (key === null || typeof key === "boolean" || typeof key === "bigint") return String(key);
  return typeof key === "number" ? writeNumber(key) : fail("keys must be str, int, float, bool or None");
}

function writeNumber(value: number): string {
  if (Number.isFinite(value)) return writeLiteral(value);
  return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
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
