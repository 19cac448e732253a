/** A value of the wrong type → what it must be, in words. */
import { findNearest } from "../../text/find-nearest.js";
import { joinWords } from "../../text/join-words.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { FieldType } from "./field-table.js";
import { showAsList } from "./show-as-list.js";
import { textOf } from "../../text/text-of.js";

/** The words of a `field-type`. */
export interface Mismatch {
  expected: readonly string[];
  found: string;
  fix: string;
}

/** A value and its place in a manifest. */
export interface Misplaced {
  value: unknown;
  type: FieldType;
  /** The field that has the value, or whose list has it. */
  key: string;
  isItem: boolean;
  /** The value as it is written, if it is a plain scalar. */
  source: string | null;
  /** Whether it must not be repeated. */
  isSecret: boolean;
}

export function describeMismatch(misplaced: Misplaced): Mismatch {
  const expected = describeType(misplaced.type);
  return { expected, found: describeFound(misplaced), fix: describeFix(misplaced, expected) };
}

/** More alternatives than a line can name. */
const MANY = 5;

const WORDS: Readonly<Record<FieldType["form"], string>> = {
  text: "text",
  boolean: "`true` or `false`",
  int32: "an integer",
  int64: "an integer",
  number: "a number",
  quantity: "a quantity",
  "number-or-text": "an integer or text",
  time: "a time",
  base64: "base64",
  any: "a value",
  "one-of": "a value that the field knows",
  list: "a list",
  map: "a mapping",
  object: "a mapping",
  either: "another value",
};

function describeType(type: FieldType): string[] {
  if (type.form === "either") return type.types.flatMap(describeType);
  if (type.form === "one-of" && type.values.length < MANY) return listValues(type.values);
  return [WORDS[type.form]];
}

/** An empty text may stand for absence. */
function listValues(values: readonly string[]): string[] {
  return values.filter((value) => value !== "").map((value) => `\`${value}\``);
}

function describeFound({ value, type, source, isSecret }: Misplaced): string {
  if (Array.isArray(value)) return "a list";
  if (isMapping(value)) return "a mapping";
  const what = typeof value === "string" ? "text" : typeof value;
  if (isSecret) return what === "text" ? "this text" : `a ${what}`;
  const isText = what === "text" && ["one-of", "quantity", "time", "base64"].includes(type.form);
  return `${isText ? "" : `the ${what} `}\`${shorten(source ?? textOf(value))}\``;
}

/** A certificate, or a text with lines, does not fit in a message. */
function shorten(text: string): string {
  return /^.{0,40}$/.test(text) ? text : `${text.slice(0, 40).split("\n", 1)[0]!}…`;
}

function describeFix(misplaced: Misplaced, expected: readonly string[]): string {
  const { value, type, isSecret } = misplaced;
  const isScalar = typeof value !== "object" || value === null;
  switch (type.form) {
    case "text":
    case "base64":
      if (typeof value !== "string" && isScalar) return describeQuoting(misplaced);
      return type.form === "text" ? "write one text" : "encode the value with `base64 -w0`";
    case "one-of":
      return describeChoice(textOf(value), type.values);
    case "boolean":
    case "int32":
    case "int64":
    case "number":
      return typeof value === "string" && !isSecret
        ? describeUnquoting(misplaced, expected)
        : `write ${joinWords(expected)}`;
    case "quantity":
      return "write a number with a unit or without, such as `500m`, `2` or `1Gi`";
    case "time":
      return "write it as in `2026-01-31T12:00:00Z`";
    case "list":
      return isMapping(value)
        ? "begin each item with `- `"
        : `write a list, as in \`${isSecret ? `${misplaced.key}: […]` : showAsList(misplaced.key, value, type.of)}\``;
    case "map":
    case "object":
      return Array.isArray(value) ? "write a mapping, without `- `" : "write a mapping: its fields below it, indented";
    default:
      return `write ${joinWords(expected)}`;
  }
}

function describeQuoting({ key, isItem, source, value, isSecret }: Misplaced): string {
  if (isSecret) return "put the value in quotes";
  return `put the value in quotes: \`${isItem ? "- " : `${key}: `}"${source ?? textOf(value)}"\``;
}

function describeUnquoting({ key, isItem, value, type }: Misplaced, expected: readonly string[]): string {
  const text = textOf(value);
  const isRight = type.form === "boolean" ? /^(?:true|false)$/.test(text) : /^-?\d{1,9}$/.test(text);
  return isRight ? `write \`${isItem ? "- " : `${key}: `}${text}\`, without quotes` : `write ${joinWords(expected)}`;
}

function describeChoice(value: string, values: readonly string[]): string {
  const same = values.find((each) => each.toLowerCase() === value.toLowerCase());
  const nearest = same ?? findNearest(value, values);
  return nearest !== null && nearest !== "" ? `write \`${nearest}\`` : `use ${joinWords(listValues(values))}`;
}
