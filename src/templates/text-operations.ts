/** What methods and filters do with texts, as Python does. */
import { toText } from "./read-args.js";
import { fail, isTrue, type Value } from "./values.js";

// str.isspace of Python; JavaScript's \s has other characters.
const WHITE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Whether the character is white space. */
export function isWhite(character: string): boolean {
  return WHITE.test(character);
}

/** The first letter as in a title, the others in lower case. */
export function titleWord(text: string): string {
  const [head = "", ...rest] = text;
  const [first = "", ...more] = head.toUpperCase();
  return first + more.join("").toLowerCase() + rest.join("").toLowerCase();
}

/** The text without white space, or without the characters of `set`, at the sides that are named. */
export function strip(
  text: string,
  set: Value | undefined,
  { left, right }: { left: boolean; right: boolean },
): string {
  const characters = set === undefined || set === null ? null : new Set(toText(set));
  const drop = (character: string): boolean => (characters === null ? isWhite(character) : characters.has(character));
  const all = [...text];
  const start = left ? all.findIndex((character) => !drop(character)) : 0;
  if (start < 0) return "";
  const end = right ? all.findLastIndex((character) => !drop(character)) + 1 : all.length;
  return all.slice(start, end).join("");
}

/** The pieces between `sep`, or between white space; at most `most` cuts if it is not negative. */
export function split(text: string, sep: Value | undefined, most: number, { fromEnd = false } = {}): string[] {
  if (sep === undefined || sep === null) return splitAtWhite(text, most, fromEnd);
  const by = toText(sep);
  if (by === "") return fail("empty separator");
  const pieces = text.split(by);
  if (most < 0 || most >= pieces.length) return pieces;
  if (fromEnd) return [pieces.slice(0, pieces.length - most).join(by), ...pieces.slice(pieces.length - most)];
  return [...pieces.slice(0, most), pieces.slice(most).join(by)];
}

function splitAtWhite(text: string, most: number, fromEnd: boolean): string[] {
  const words = [...text.matchAll(new RegExp(`(?:(?!${WHITE.source})[^])+`, "g"))];
  if (most < 0 || most >= words.length) return words.map(([word]) => word);
  if (fromEnd) {
    const kept = words.slice(words.length - most).map(([word]) => word);
    const last = words.at(-1 - most);
    return last === undefined ? kept : [text.slice(0, last.index + last[0].length), ...kept];
  }
  const rest = words[most];
  const start = words.slice(0, most).map(([word]) => word);
  return rest === undefined ? start : [...start, text.slice(rest.index)];
}

/** The lines; with their ends where `keep` is true. */
export function splitLines(text: string, keep: Value = false): string[] {
  const lines = text.match(/(?:(?![\n-\r\x1c-\x1e\x85\u2028\u2029])[^])*(?:\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]|$)/g)!;
  if (lines.at(-1) === "") lines.pop();
  return isTrue(keep)
    ? [...lines]
    : lines.map((line) => line.replace(/(?:\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029])$/, ""));
}

/** Replaces up to `count` occurrences; all of them where it is negative. */
export function replaceText(text: string, old: string, replacement: string, count: number): string {
  const pieces = old === "" ? ["", ...text, ""] : text.split(old);
  if (count < 0 || count >= pieces.length) return pieces.join(replacement);
  return [...pieces.slice(0, count), pieces.slice(count).join(old)].join(replacement);
}

/** Puts the text in the middle; where it can't be, as Python does. */
export function center(text: string, width: number, fill = " "): string {
  const missing = Math.max(0, width - [...text].length);
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}
