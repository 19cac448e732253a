/** The methods of Python's values that templates use. */
import { formatBraces } from "./format-text.js";
import { readParams, toInteger, toText } from "./read-args.js";
import { findListMethod, findDictMethod } from "./collection-methods.js";
import { Callable, TemplateRefusal, makeTuple, Tuple, fail, iterate, type Args, type Value } from "./values.js";

/** The method `name` of `value`; null where it has none. */
export function findMethod(value: Value, name: string): Callable | null {
  const run = findRun(value, name);
  return run === null ? null : new Callable(name, run);
}

function findRun(value: Value, name: string): ((args: Args) => Value) | null {
  if (typeof value === "string") {
    const method = Object.hasOwn(TEXT_METHODS, name) ? TEXT_METHODS[name]! : null;
    if (method !== null) return (args) => method(value, args);
    return UNKNOWN_TEXT_METHODS.has(name) ? refuseMethod(name) : null;
  }
  if (value instanceof Map) return findDictMethod(value, name);
  if (Array.isArray(value)) return findListMethod(value, name);
  return null;
}

const UNKNOWN_TEXT_METHODS = new Set(["encode", "expandtabs", "format_map", "maketrans", "translate", "isidentifier"]);

function refuseMethod(name: string): () => never {
  return () => {
    throw new TemplateRefusal("unsupported", `the method \`${name}\``);
  };
}

type TextMethod = (text: string, args: Args) => Value;

const isText =
  (pattern: RegExp): TextMethod =>
  (text) =>
    pattern.test(text);
const BLANK = /\s/;

const TEXT_METHODS: Record<string, TextMethod> = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  casefold: (text) => text.toLowerCase(),
  capitalize,
  title: (text) => text.replaceAll(/\p{L}+/gu, capitalize),
  swapcase: (text) =>
    text.replaceAll(/\p{L}/gu, (letter) =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    ),
  strip: (text, args) => strip(text, args, { left: true, right: true }),
  lstrip: (text, args) => strip(text, args, { left: true, right: false }),
  rstrip: (text, args) => strip(text, args, { left: false, right: true }),
  split: (text, args) => split(text, args),
  rsplit: (text, args) => split(text, args, { fromEnd: true }),
  splitlines: (text) => splitLines(text),
  replace: (text, args) => {
    const { old, new: replacement, count } = readParams(args, ["old", "new", "count"]);
    return replaceText(text, toText(old), toText(replacement), toInteger(count, -1));
  },
  startswith: (text, args) => prefixesOf(args).some((prefix) => text.startsWith(prefix)),
  endswith: (text, args) => prefixesOf(args).some((suffix) => text.endsWith(suffix)),
  removeprefix: (text, args) => {
    const [prefix] = prefixesOf(args);
    return text.startsWith(prefix!) ? text.slice(prefix!.length) : text;
  },
  removesuffix: (text, args) => {
    const [suffix] = prefixesOf(args);
    return text.endsWith(suffix!) ? text.slice(0, text.length - suffix!.length) : text;
  },
  join: (text, args) =>
    iterate(first(args))
      .map((item) => toText(item))
      .join(text),
  find: (text, args) => indexOf(text, text.indexOf(toText(first(args)))),
  rfind: (text, args) => indexOf(text, text.lastIndexOf(toText(first(args)))),
  index: (text, args) => {
    const found = text.indexOf(toText(first(args)));
    return found < 0 ? fail("substring not found") : indexOf(text, found);
  },
  count: (text, args) => BigInt(text.split(toText(first(args))).length - 1),
  zfill: (text, args) => {
    const [, sign = "", digits = ""] = /^([+-]?)([^]*)$/.exec(text)!;
    return sign + digits.padStart(toInteger(first(args)) - sign.length, "0");
  },
  ljust: (text, args) => text.padEnd(toInteger(first(args)), toText(args.positional[1], " ")),
  rjust: (text, args) => text.padStart(toInteger(first(args)), toText(args.positional[1], " ")),
  center: (text, args) => center(text, toInteger(first(args)), toText(args.positional[1], " ")),
  isdigit: isText(/^\d+$/),
  isdecimal: isText(/^\d+$/),
  isnumeric: isText(/^\p{N}+$/u),
  isalpha: isText(/^\p{L}+$/u),
  isalnum: isText(/^[\p{L}\p{N}]+$/u),
  isspace: isText(/^\s+$/),
  islower: (text) => /\p{L}/u.test(text) && text === text.toLowerCase(),
  isupper: (text) => /\p{L}/u.test(text) && text === text.toUpperCase(),
  partition: (text, args) => {
    const by = toText(first(args));
    const at = text.indexOf(by);
    return at < 0 ? makeTuple(text, "", "") : makeTuple(text.slice(0, at), by, text.slice(at + by.length));
  },
  rpartition: (text, args) => {
    const by = toText(first(args));
    const at = text.lastIndexOf(by);
    return at < 0 ? makeTuple("", "", text) : makeTuple(text.slice(0, at), by, text.slice(at + by.length));
  },
  format: (text, args) => formatBraces(text, args),
};

function first({ positional }: Args): Value {
  return positional[0] ?? fail("an argument is missing");
}

function prefixesOf(args: Args): string[] {
  const value = first(args);
  return value instanceof Tuple ? Array.from(value, (each) => toText(each)) : [toText(value)];
}

/** Python counts code points. */
function indexOf(text: string, index: number): bigint {
  return BigInt(index < 0 ? -1 : Array.from(text.slice(0, index)).length);
}

/** The first letter in upper case, the others in lower case. */
export function capitalize(text: string): string {
  const [head = "", ...rest] = text;
  return head.toUpperCase() + rest.join("").toLowerCase();
}

function strip(text: string, { positional }: Args, sides: { left: boolean; right: boolean }): string {
  const [set = null] = positional;
  const characters = set === null ? null : new Set(toText(set));
  const drop = (character: string): boolean =>
    characters === null ? BLANK.test(character) : characters.has(character);
  const all = [...text];
  let start = 0;
  let end = all.length;
  while (sides.left && start < end && drop(all[start]!)) start += 1;
  while (sides.right && end > start && drop(all[end - 1]!)) end -= 1;
  return all.slice(start, end).join("");
}

/** The text without white space at both ends, or without the characters that are given. */
export function trim(text: string, args: Args): string {
  return strip(text, args, { left: true, right: true });
}

function split(text: string, args: Args, { fromEnd = false } = {}): Value {
  const { sep, maxsplit } = readParams(args, ["sep", "maxsplit"]);
  const most = toInteger(maxsplit, -1);
  const isBlank = sep === undefined || sep === null;
  const by = isBlank ? null : toText(sep);
  if (by === "") return fail("empty separator");
  const source = by === null ? text.trim() : text;
  if (by === null && source === "") return [];
  const pieces = source.split(by ?? /(\s+)/);
  const step = by === null ? 2 : 1;
  const count = Math.ceil(pieces.length / step);
  const join = (from: number, to: number): string => pieces.slice(from * step, to * step - (step - 1)).join(by ?? "");
  if (most < 0 || most >= count) return Array.from({ length: count }, (_, index) => pieces[index * step]!);
  const singles = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, index) => pieces[(from + index) * step]!);
  if (most === 0) return [source];
  const before = by === null ? /^\s*/.exec(text)![0] : "";
  const behind = by === null ? /\s*$/.exec(text)![0] : "";
  return fromEnd
    ? [before + join(0, count - most), ...singles(count - most, count)]
    : [...singles(0, most), join(most, count) + behind];
}

function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r]/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Replaces up to `count` occurrences; all of them where it is negative. */
export function replaceText(text: string, old: string, replacement: string, count: number): string {
  const pieces = text.split(old);
  if (count < 0 || count >= pieces.length) return pieces.join(replacement);
  return [...pieces.slice(0, count), pieces.slice(count).join(old)].join(replacement);
}

/** Puts the text in the middle; where it can't be, as Python does. */
export function center(text: string, width: number, fill = " "): string {
  const missing = Math.max(0, width - [...text].length);
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}
