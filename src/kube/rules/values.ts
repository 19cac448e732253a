/** Rules of single values and keys. A value of the wrong type is left to the check of fields. */
import { isMapping } from "../../yaml/is-mapping.js";
import { has, at, textAt, type Cursor } from "./cursor.js";
import { textOf } from "../../text/text-of.js";

/** Text that the server accepts. */
export interface TextRule {
  pattern: RegExp;
  /** In words that follow "use". */
  words: string;
}

/** Reports each key that the mapping lacks. */
export function requireKeys(cursor: Cursor, ...keys: readonly string[]): void {
  if (!isMapping(cursor.value)) return;
  for (const key of keys) if (!has(cursor, key)) cursor.complain("v1-required", cursor.path, { key });
}

/** Reports each key that the mapping lacks, or that is empty: text, a list or a mapping without content. */
export function requireFilled(cursor: Cursor, ...keys: readonly string[]): void {
  requireKeys(cursor, ...keys);
  for (const key of keys) forbidEmpty(at(cursor, key));
}

/** Reports an empty text, list or mapping. */
export function forbidEmpty(cursor: Cursor): void {
  const { value } = cursor;
  const isEmpty = value === "" || (Array.isArray(value) && value.length === 0) || isEmptyMapping(value);
  if (isEmpty) cursor.complain("v1-required", cursor.path, { key: String(cursor.path.at(-1)), empty: true });
}

function isEmptyMapping(value: unknown): boolean {
  return isMapping(value) && Object.keys(value).length === 0;
}

/** Reports a mapping that has none of the keys, and every key beside the first. */
export function requireOne(cursor: Cursor, ...keys: readonly string[]): void {
  if (!isMapping(cursor.value)) return;
  const [key, ...others] = keys;
  if (!keys.some((each) => has(cursor, each))) cursor.complain("v1-required", cursor.path, { key: key!, others });
  allowOne(cursor, ...keys);
}

/** Reports every key beside the first. */
export function allowOne(cursor: Cursor, ...keys: readonly string[]): void {
  const [first, ...others] = keys.filter((key) => has(cursor, key));
  for (const key of others) cursor.complain("v1-conflict", [...cursor.path, key], { key, other: first!, fix: null });
}

/** Reports a key that has no place here. `where` follows the key: "in an init container". */
export function forbid(cursor: Cursor, key: string, where: string, fix: string | null = null): void {
  if (has(cursor, key)) cursor.complain("v1-forbidden", [...cursor.path, key], { key, where, fix });
}

/** Reports a number outside of the range; `max` is Infinity where there is no limit. */
export function checkRange(cursor: Cursor, min: number, max = Infinity): void {
  const { value } = cursor;
  if (typeof value !== "number" || (value >= min && value <= max)) return;
  const rule = max === Infinity ? `of ${min} or more` : `from ${min} to ${max}`;
  cursor.complain("v1-number", cursor.path, { key: String(cursor.path.at(-1)), value: textOf(value), rule });
}

/** Reports text that breaks the rule. */
export function checkText(cursor: Cursor, { pattern, words }: TextRule): void {
  const text = textAt(cursor);
  if (text !== null && !pattern.test(text)) rejectValue(cursor, `use ${words}`);
}

/** Reports text that is not one of these. */
export function checkChoice(cursor: Cursor, allowed: readonly string[]): void {
  const text = textAt(cursor);
  if (text !== null && !allowed.includes(text)) {
    rejectValue(cursor, `use ${allowed.map((each) => `\`${each}\``).join(" or ")}`);
  }
}

/** Reports the value, with what to do. */
export function rejectValue({ value, path, complain }: Cursor, fix: string): void {
  complain("v1-value", path, { key: String(path.at(-1)), value: textOf(value), fix });
}

/** Reports every value that an earlier one of the list has. */
export function forbidRepeated(cursors: readonly Cursor[], what: string): void {
  const seen = new Set<string>();
  for (const cursor of cursors) {
    const { value } = cursor;
    const isName = typeof value === "string" || typeof value === "number";
    if (!isName || value === "") continue;
    if (seen.has(textOf(value))) cursor.complain("name-repeated", cursor.path, { what, name: textOf(value) });
    seen.add(textOf(value));
  }
}

const ABSOLUTE: TextRule = { pattern: /^\//, words: "an absolute path" };
const RELATIVE: TextRule = { pattern: /^(?!\/)/, words: "a relative path" };
const WITHIN: TextRule = { pattern: /^(?!(?:.*\/)?\.\.(?:\/|$))/s, words: "a path without `..`" };

/** Reports a path that is not absolute. */
export function checkAbsolute(cursor: Cursor): void {
  checkText(cursor, ABSOLUTE);
}

/** Reports a path with a step up. */
export function checkWithin(cursor: Cursor): void {
  checkText(cursor, WITHIN);
}

/** Reports a path that is not relative, or has a step up. */
export function checkRelative(cursor: Cursor): void {
  checkText(cursor, RELATIVE);
  checkWithin(cursor);
}
