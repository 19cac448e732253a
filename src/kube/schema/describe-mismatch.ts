/** A value that Kubernetes' own schema refuses → what it must be, in words. */
import { isMapping } from "../../yaml/is-mapping.js";
import { joinWords } from "../../text/join-words.js";
import type { SchemaError } from "./load-validator.js";

/** The words of a `field-type`. */
export interface Mismatch {
  /** What is allowed; none where the schema does not tell. */
  expected: readonly string[];
  found: string;
  fix: string;
}

/** @param errors what ajv says of the value: several where it has none of the allowed forms */
export function describeMismatch(value: unknown, errors: readonly SchemaError[]): Mismatch {
  const found = describeFound(value);
  const allowed = errors.flatMap(({ params }) => params.allowedValues ?? []).map((each) => `\`${String(each)}\``);
  if (allowed.length > 0) return { expected: allowed, found, fix: `use ${joinWords(allowed)}` };
  if (errors.some(({ params }) => params.format === "quantity")) {
    return {
      expected: ["a quantity"],
      found,
      fix: "write a number with a unit or without, such as `500m`, `2` or `1Gi`",
    };
  }
  const types = [...new Set(errors.flatMap(({ params }) => params.type ?? []))];
  const expected = types.map((type) => TYPES[type] ?? type);
  return { expected, found, fix: describeFix(value, types, expected) };
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "a mapping",
  integer: "an integer",
  number: "a number",
  boolean: "`true` or `false`",
};

function describeFound(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return isMapping(value) ? "a mapping" : `\`${JSON.stringify(value)}\``;
}

function describeFix(value: unknown, types: readonly string[], expected: readonly string[]): string {
  const isScalar = typeof value === "number" || typeof value === "boolean";
  if (isScalar && types.includes("string")) return `put the value in quotes: \`'${value}'\``;
  const isQuoted = typeof value === "string" && types.some((type) => ["integer", "number", "boolean"].includes(type));
  return `write ${joinWords(expected) || "another value"}${isQuoted ? ", without quotes" : ""}`;
}
