/** The methods of Python's texts. */
import { needSize } from "./budget.js";
import { formatBraces } from "./format-braces.js";
import type { Method } from "./method.js";
import { toInteger, toText } from "./read-args.js";
import { center, isWhite, replaceText, split, splitLines, strip, titleWord } from "./text-operations.js";
import { TemplateRefusal } from "./template-refusal.js";
import { Tuple, fail, iterate, makeTuple, typeName, type Value } from "./values.js";

type TextMethod = Method<string>;

const matches = (pattern: RegExp): TextMethod => ["/", (text) => pattern.test(text)];
const refuse = (name: string): TextMethod => [
  "*",
  () => {
    throw new TemplateRefusal("unsupported", `the method \`${name}\``);
  },
];

const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/u;

/** The methods by name, with their parameters. */
export const TEXT_METHODS: Record<string, TextMethod> = {
  upper: ["/", (text) => text.toUpperCase()],
  lower: ["/", (text) => text.toLowerCase()],
  casefold: ["/", (text) => text.toLowerCase().replaceAll("ß", "ss")],
  capitalize: ["/", titleWord],
  title: ["/", (text) => text.replaceAll(/\p{L}+/gu, titleWord)],
  swapcase: ["/", (text) => text.replaceAll(/\p{L}/gu, swapCase)],
  strip: ["/ chars?", (text, [set]) => strip(text, set, { left: true, right: true })],
  lstrip: ["/ chars?", (text, [set]) => strip(text, set, { left: true, right: false })],
  rstrip: ["/ chars?", (text, [set]) => strip(text, set, { left: false, right: true })],
  split: ["sep? maxsplit?", (text, [sep, most]) => split(text, sep, toInteger(most, -1))],
  rsplit: ["sep? maxsplit?", (text, [sep, most]) => split(text, sep, toInteger(most, -1), { fromEnd: true })],
  splitlines: ["keepends?", (text, [keep]) => splitLines(text, keep)],
  replace: [
    "/ old new count?",
    (text, [old, replacement, count]) => replaceText(text, toText(old), toText(replacement), toInteger(count, -1)),
  ],
  startswith: ["/ prefix start? end?", (text, [prefix, ...range]) => hasEdge(text, prefix, range, "startsWith")],
  endswith: ["/ suffix start? end?", (text, [suffix, ...range]) => hasEdge(text, suffix, range, "endsWith")],
  removeprefix: [
    "/ prefix",
    (text, [prefix]) => (text.startsWith(toText(prefix)) ? text.slice(toText(prefix).length) : text),
  ],
  removesuffix: [
    "/ suffix",
    (text, [suffix]) => (text.endsWith(toText(suffix)) ? text.slice(0, text.length - toText(suffix).length) : text),
  ],
  join: [
    "/ items",
    (text, [items]) =>
      iterate(items!)
        .map((item) => toText(item))
        .join(text),
  ],
  find: ["/ sub start? end?", (text, [sub, ...range]) => BigInt(find(text, sub, range, "indexOf"))],
  rfind: ["/ sub start? end?", (text, [sub, ...range]) => BigInt(find(text, sub, range, "lastIndexOf"))],
  index: ["/ sub start? end?", (text, [sub, ...range]) => needFound(find(text, sub, range, "indexOf"))],
  rindex: ["/ sub start? end?", (text, [sub, ...range]) => needFound(find(text, sub, range, "lastIndexOf"))],
  count: [
    "/ sub start? end?",
    (text, [sub, ...range]) => {
      const { part } = cutOut(text, range);
      return BigInt(toText(sub) === "" ? [...part].length + 1 : part.split(toText(sub)).length - 1);
    },
  ],
  zfill: [
    "/ width",
    (text, [width]) => {
      const [, sign = "", digits = ""] = /^([+-]?)([^]*)$/.exec(text)!;
      return sign + digits.padStart(toWidth(width) - sign.length, "0");
    },
  ],
  ljust: ["/ width fill?", (text, [width, fill]) => pad(text, width, fill, "padEnd")],
  rjust: ["/ width fill?", (text, [width, fill]) => pad(text, width, fill, "padStart")],
  center: ["/ width fill?", (text, [width, fill]) => center(text, toWidth(width), toCharacter(fill))],
  expandtabs: ["tabsize?", (text, [size]) => expandTabs(text, toInteger(size, 8))],
  isalnum: matches(/^[\p{L}\p{N}]+$/u),
  isalpha: matches(/^\p{L}+$/u),
  isascii: matches(/^[\0-\x7f]*$/),
  isdecimal: matches(/^\p{Nd}+$/u),
  isdigit: matches(/^[\p{Nd}²³¹⁰⁴-⁹₀-₉]+$/u),
  isidentifier: matches(/^[\p{ID_Start}_][\p{ID_Continue}]*$/u),
  isnumeric: matches(/^\p{N}+$/u),
  isprintable: matches(/^(?:[^\p{C}\p{Z}]| )*$/u),
  isspace: ["/", (text) => text !== "" && [...text].every(isWhite)],
  islower: ["/", (text) => CASED.test(text) && text === text.toLowerCase()],
  isupper: ["/", (text) => CASED.test(text) && text === text.toUpperCase()],
  istitle: ["/", (text) => CASED.test(text) && text === text.replaceAll(/\p{L}+/gu, titleWord)],
  partition: [
    "/ sep",
    (text, [sep]) => {
      const at = text.indexOf(needSeparator(sep));
      return at < 0 ? makeTuple(text, "", "") : cutAt(text, at, toText(sep));
    },
  ],
  rpartition: [
    "/ sep",
    (text, [sep]) => {
      const at = text.lastIndexOf(needSeparator(sep));
      return at < 0 ? makeTuple("", "", text) : cutAt(text, at, toText(sep));
    },
  ],
  format: ["*", (text, _, args) => formatBraces(text, args)],
  format_map: [
    "/ mapping",
    (text, [mapping]) => {
      if (!(mapping instanceof Map)) return fail("format_map needs a dict");
      return formatBraces(text, { positional: [], named: mapping as ReadonlyMap<string, Value> });
    },
  ],
  encode: refuse("encode"),
  maketrans: refuse("maketrans"),
  translate: refuse("translate"),
};

function swapCase(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

/** The part from `start` to `end`, in code points, and where it begins. */
function cutOut(text: string, [start, end]: (Value | undefined)[]): { part: string; offset: number; isIn: boolean } {
  const characters = [...text];
  const clamp = (value: Value | undefined, preset: number): number => {
    if (value === undefined || value === null) return preset;
    const index = toInteger(value);
    return Math.max(0, Math.min(index < 0 ? index + characters.length : index, characters.length));
  };
  const offset = clamp(start, 0);
  const isIn = start === undefined || start === null || toInteger(start) <= characters.length;
  return { part: characters.slice(offset, clamp(end, characters.length)).join(""), offset, isIn };
}

function hasEdge(
  text: string,
  edge: Value | undefined,
  range: (Value | undefined)[],
  method: "startsWith" | "endsWith",
): boolean {
  const { part } = cutOut(text, range);
  const edges = edge instanceof Tuple ? edge : [edge];
  return edges.some((each) =>
    typeof each === "string"
      ? part[method](each)
      : fail(`${method.toLowerCase()} needs a text or a tuple of texts, not ${typeName(each ?? null)}`),
  );
}

/** The index in code points; -1 where it is not found. */
function find(
  text: string,
  sub: Value | undefined,
  range: (Value | undefined)[],
  method: "indexOf" | "lastIndexOf",
): number {
  const { part, offset, isIn } = cutOut(text, range);
  const at = part[method](toText(sub));
  return at < 0 || !isIn ? -1 : offset + Array.from(part.slice(0, at)).length;
}

function needFound(index: number): Value {
  return index < 0 ? fail("substring not found") : BigInt(index);
}

function needSeparator(sep: Value | undefined): string {
  return toText(sep) || fail("empty separator");
}

function cutAt(text: string, at: number, sep: string): Value {
  return makeTuple(text.slice(0, at), sep, text.slice(at + sep.length));
}

function toWidth(width: Value | undefined): number {
  const size = toInteger(width);
  needSize(Math.max(0, size));
  return size;
}

function toCharacter(fill: Value | undefined): string {
  const text = toText(fill, " ");
  return [...text].length === 1 ? text : fail("the fill character must be exactly one character long");
}

function pad(text: string, width: Value | undefined, fill: Value | undefined, method: "padStart" | "padEnd"): string {
  return text[method](toWidth(width) + text.length - [...text].length, toCharacter(fill));
}

function expandTabs(text: string, size: number): string {
  let column = 0;
  return [...text]
    .map((character) => {
      const width = size <= 0 ? 0 : size - (column % size);
      column = /[\n\r]/.test(character) ? 0 : column + (character === "\t" ? width : 1);
      return character === "\t" ? " ".repeat(width) : character;
    })
    .join("");
}
