import { MISSING_PLACEHOLDER } from "./missing-placeholder.js";
import { TemplateRefusal } from "./template-refusal.js";
import { Callable, Namespace, Sequence, Tuple, Undefined, useUndefined, type Value } from "./values.js";

/** `str()` of Python: what `{{ value }}` writes. */
export function writeValue(value: Value): string {
  if (typeof value === "string") return value;
  if (value instanceof Undefined) {
    return useUndefined(value, value.isBlank ? "" : MISSING_PLACEHOLDER + (value.name ?? "None"));
  }
  return writeLiteral(value);
}

/** `repr()` of Python: how the value is written inside of a list. */
export function writeLiteral(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return writeFloat(value);
  if (typeof value === "string") return quote(value);
  if (value instanceof Undefined) return useUndefined(value, "Undefined");
  if (value instanceof Map) {
    return `{${[...value].map(([key, item]) => `${writeLiteral(key)}: ${writeLiteral(item)}`).join(", ")}}`;
  }
  if (value instanceof Callable || value instanceof Namespace) {
    throw new TemplateRefusal("unsupported", "the text of a function, which has an address in it");
  }
  if (value instanceof Sequence) {
    if (value.written !== null) return value.written;
    throw new TemplateRefusal("unsupported", "the text of a generator, which has an address in it: use `| list`");
  }
  const items = value.map(writeLiteral).join(", ");
  if (!(value instanceof Tuple)) return `[${items}]`;
  return value.length === 1 ? `(${items},)` : `(${items})`;
}

function writeFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
  }
  return Number.isInteger(value) ? `${Object.is(value, -0) ? "-0" : value}.0` : String(value);
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll(/[\\']|(?! )[\p{C}\p{Z}]/gu, (character) => {
    if (character === "'") return mark === "'" ? "\\'" : character;
    return ESCAPES[character] ?? escape(character);
  });
  return mark + escaped + mark;
}

function escape(character: string): string {
  const digits = character.codePointAt(0)!.toString(16);
  if (digits.length <= 2) return `\\x${digits.padStart(2, "0")}`;
  return digits.length <= 4 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

/** `ascii()` of Python. */
export function writeAscii(value: Value): string {
  return writeLiteral(value).replaceAll(/[^\0-\x7f]/gu, escape);
}
