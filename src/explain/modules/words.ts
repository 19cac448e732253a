/** Words for what modules do. */
import { isMapping } from "../../yaml/is-mapping.js";

/** `1 file`, `2 files` */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** A scalar as text; null for anything else. */
export function scalar(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** The same, for what is shown: a collection is not spelled out. */
export function shown(value: unknown): string {
  return scalar(value) ?? (value === null ? "null" : "…");
}

/** A word of a command, as Python writes it. */
export function pythonText(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null) return "None";
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/, "")
      .replace("T", " ")
      .replace(/\.?0*Z$/, "");
  return shown(value);
}

/** The items of a list, or the one value. */
export function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** The mapping, or an empty one. */
export function mappingOf(value: unknown): Readonly<Record<string, unknown>> {
  return isMapping(value) ? value : {};
}

/** The first line of a text that has one, and whether there are others. */
export function firstLine(text: string): string {
  const [first = "", ...others] = text.trim().split("\n");
  return others.length === 0 ? first : `${first} …`;
}

/** cloud-init's false values (util.py, is_false). */
export function isOff(value: unknown): boolean {
  return value === false || /^(?:false|0|off|no)$/i.test((scalar(value) ?? "").trim());
}
