import { needSize } from "./budget.js";
import type { Filter } from "./filter.js";
import { formatPercent } from "./format-percent.js";
import { toInteger, toText } from "./read-args.js";
import { center, replaceText, splitLines, strip, titleWord } from "./text-operations.js";
import { TemplateRefusal } from "./template-refusal.js";
import { Undefined, fail, isTrue, iterate, makeTuple, useUndefined, type Args, type Value } from "./values.js";
import { writeJson } from "./write-json.js";
import { writePretty } from "./write-pretty.js";
import { writeValue } from "./write-value.js";

/** Filters of texts. They read any value as Python's `str()` writes it (jinja2/filters.py, soft_str). */
export const TEXT_FILTERS: Record<string, Filter> = {
  upper: ["", (value) => writeValue(value).toUpperCase()],
  lower: ["", (value) => writeValue(value).toLowerCase()],
  capitalize: ["", (value) => titleWord(writeValue(value))],
  title: [
    "",
    (value) =>
      writeValue(value)
        .split(/([-\s({[<]+)/)
        .map(titleWord)
        .join(""),
  ],
  trim: ["chars?", (value, [chars]) => strip(writeValue(value), chars, { left: true, right: true })],
  string: ["", (value) => writeValue(value)],
  safe: ["", (value) => writeValue(value)],
  escape: ["", escape],
  e: ["", escape],
  forceescape: ["", escape],
  striptags: ["", stripTags],
  center: ["width?", (value, [width]) => center(writeValue(value), needWidth(toInteger(width, 80)))],
  replace: [
    "old new count?",
    (value, [old, replacement, count]) =>
      replaceText(writeValue(value), writeValue(old!), writeValue(replacement!), toInteger(count ?? -1n)),
  ],
  format: ["*", (value, _, { positional, named }) => formatAll(writeValue(value), { positional, named })],
  indent: ["width? first? blank?", indent],
  truncate: ["length? killwords? end? leeway?", truncate],
  wordcount: ["", (value) => BigInt((writeValue(value).match(/[\p{L}\p{N}_]+/gu) ?? []).length)],
  urlencode: ["", encodeUrl],
  tojson: ["indent?", (value, [width = null]) => writeJson(value, width === null ? null : toInteger(width))],
  pprint: ["", writePretty],
  xmlattr: ["autospace?", (value, [space = true]) => writeAttributes(value, isTrue(space))],
  default: ["default_value? boolean?", chooseDefault],
  d: ["default_value? boolean?", chooseDefault],
};

function needWidth(width: number): number {
  needSize(width);
  return width;
}

function formatAll(text: string, { positional, named }: Args): Value {
  if (positional.length > 0 && named.size > 0) return fail("positional and named arguments can't both be given");
  return formatPercent(text, named.size > 0 ? new Map(named) : makeTuple(...positional));
}

function escape(value: Value): string {
  const codes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;", '"': "&#34;" };
  return writeValue(value).replaceAll(/[&<>'"]/g, (character) => codes[character]!);
}

function stripTags(value: Value): Value {
  const text = writeValue(value);
  if (text.includes("&")) throw new TemplateRefusal("unsupported", "HTML entities");
  return text
    .replaceAll(/<!--[^]*?-->/g, "")
    .replaceAll(/<[^>]*>/g, "")
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
}

function indent(value: Value, [width, first = false, blank = false]: (Value | undefined)[]): Value {
  const space = typeof width === "string" ? width : " ".repeat(needWidth(Math.max(0, toInteger(width, 4))));
  const [head = "", ...rest] = splitLines(`${toText(value)}\n`);
  const lines = rest.map((line) => (line === "" && !isTrue(blank) ? line : space + line));
  return [isTrue(first) ? space + head : head, ...lines].join("\n");
}

function truncate(value: Value, [length, killwords = false, end, leeway]: (Value | undefined)[]): Value {
  const mark = toText(end, "...");
  const most = toInteger(length, 255);
  if (most < [...mark].length) return fail("expected a length that the end fits in");
  if (value instanceof Undefined) return useUndefined(value, value);
  if (value instanceof Map || Array.isArray(value)) return value;
  const text = [...toText(value)];
  if (text.length <= most + toInteger(leeway, 5)) return text.join("");
  const kept = text.slice(0, most - mark.length).join("");
  return (isTrue(killwords) ? kept : kept.replace(/ [^ ]*$/, "")) + mark;
}

function encodeUrl(value: Value): string {
  if (typeof value === "string" || !isIterable(value)) return encode(value, /%2F/g);
  const pairs = value instanceof Map ? [...value] : iterate(value).map(readPair);
  return pairs.map(([key, item]) => `${encode(key, /$^/g)}=${encode(item, /$^/g)}`.replaceAll("%20", "+")).join("&");
}

function isIterable(value: Value): boolean {
  return Array.isArray(value) || value instanceof Map || value instanceof Undefined;
}

function readPair(value: Value): [Value, Value] {
  const items = iterate(value);
  return items.length === 2 ? [items[0]!, items[1]!] : fail("expected pairs");
}

function encode(text: Value, keep: RegExp): string {
  return encodeURIComponent(writeValue(text))
    .replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll(keep, "/");
}

function writeAttributes(value: Value, space: boolean): string {
  if (!(value instanceof Map)) return fail("expected a dict");
  const attributes = [...value]
    .filter(([, item]) => item !== null && !(item instanceof Undefined))
    .map(([key, item]) => {
      if (/[\s/>=]/.test(writeValue(key))) return fail("invalid character in an attribute's name");
      return `${escape(key)}="${escape(item)}"`;
    });
  return attributes.length > 0 && space ? ` ${attributes.join(" ")}` : attributes.join(" ");
}

function chooseDefault(value: Value, [preset = "", boolean = false]: (Value | undefined)[]): Value {
  return value instanceof Undefined || (isTrue(boolean) && !isTrue(value)) ? preset : value;
}
