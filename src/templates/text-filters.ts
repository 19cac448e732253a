import type { Filter } from "./filter.js";
import { formatPercent } from "./format-text.js";
import { capitalize, center, replaceText, trim } from "./methods.js";
import { readParams, toInteger, toText } from "./read-args.js";
import {
  makeTuple,
  Undefined,
  fail,
  isNumber,
  isTrue,
  iterate,
  refuseUndefined,
  toNumber,
  type Args,
  type Value,
} from "./values.js";
import { writeJson } from "./write-json.js";
import { writeValue } from "./write-value.js";

/** Filters of texts and numbers. They read any value as Python's `str()` writes it (jinja2/filters.py, soft_str). */
export const TEXT_FILTERS: Record<string, Filter> = {
  upper: (value) => writeValue(value).toUpperCase(),
  lower: (value) => writeValue(value).toLowerCase(),
  capitalize: (value) => capitalize(writeValue(value)),
  title: (value) =>
    writeValue(value)
      .split(/([-\s({[<]+)/)
      .map(capitalize)
      .join(""),
  trim: (value, { positional }) => trim(writeValue(value), { positional, named: new Map() }),
  string: (value) => writeValue(value),
  safe: (value) => writeValue(value),
  escape,
  e: escape,
  center: (value, args) => center(writeValue(value), toInteger(readParams(args, ["width"]).width, 80)),
  replace: (value, args) => {
    const { old, new: replacement, count } = readParams(args, ["old", "new", "count"]);
    if (old === undefined || replacement === undefined) return fail("replace needs two arguments");
    return replaceText(writeValue(value), writeValue(old), writeValue(replacement), toInteger(count ?? -1n));
  },
  format: (value, { positional, named }) =>
    formatPercent(writeValue(value), named.size > 0 ? new Map(named) : makeTuple(...positional)),
  indent,
  truncate,
  wordcount: (value) => BigInt((writeValue(value).match(/\w+/gu) ?? []).length),
  urlencode: (value) => encodeUrl(value),
  tojson: (value, args) => {
    const { indent: width = null } = readParams(args, ["indent"]);
    return writeJson(value, width === null ? null : toInteger(width));
  },
  int: (value, args) => {
    const { default: preset = 0n, base } = readParams(args, ["default", "base"]);
    return readInteger(value, toInteger(base, 10)) ?? preset;
  },
  float: (value, args) => {
    const { default: preset = 0 } = readParams(args, ["default"]);
    if (value instanceof Undefined) return refuseUndefined(value);
    if (isNumber(value)) return Number(value);
    return typeof value === "string" && /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value)
      ? Number(value)
      : preset;
  },
  abs: (value) => {
    const number = needNumber(value);
    return number < 0 ? -number : number;
  },
  round,
  default: chooseDefault,
  d: chooseDefault,
};

function escape(value: Value): Value {
  const codes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;", '"': "&#34;" };
  return writeValue(value).replaceAll(/[&<>'"]/g, (character) => codes[character]!);
}

function indent(value: Value, args: Args): Value {
  const { width, first = false, blank = false } = readParams(args, ["width", "first", "blank"]);
  const space = typeof width === "string" ? width : " ".repeat(toInteger(width, 4));
  const [head = "", ...rest] = `${toText(value)}\n`.replace(/\n$/, "").split("\n");
  const lines = rest.map((line) => (line === "" && !isTrue(blank) ? line : space + line));
  return [isTrue(first) ? space + head : head, ...lines].join("\n");
}

function truncate(value: Value, args: Args): Value {
  const { length, killwords = false, end, leeway } = readParams(args, ["length", "killwords", "end", "leeway"]);
  const text = [...toText(value)];
  const most = toInteger(length, 255);
  const mark = toText(end, "...");
  if (text.length <= most + toInteger(leeway, 5)) return text.join("");
  const kept = text.slice(0, most - mark.length).join("");
  return (isTrue(killwords) ? kept : kept.replace(/ [^ ]*$/, "")) + mark;
}

function encodeUrl(value: Value): string {
  if (typeof value === "string" || isNumber(value)) return encode(value, /%2F/g);
  const pairs = value instanceof Map ? [...value] : iterate(value).map((pair) => iterate(pair) as [Value, Value]);
  return pairs.map(([key, item]) => `${encode(key, /$^/g)}=${encode(item, /$^/g)}`.replaceAll("%20", "+")).join("&");
}

function encode(text: Value, keep: RegExp): string {
  return encodeURIComponent(writeValue(text))
    .replaceAll(/[!'()*]/g, percent)
    .replaceAll(keep, "/");
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function readInteger(value: Value, base: number): bigint | null {
  if (value instanceof Undefined) return refuseUndefined(value);
  if (typeof value === "number") return Number.isFinite(value) ? BigInt(Math.trunc(value)) : null;
  if (isNumber(value)) return BigInt(value);
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (base !== 10) {
    const digits = text.toLowerCase().replace(/^([-+]?)0[xob]/, "$1");
    const number = Number.parseInt(digits, base);
    return Number.isNaN(number) ? null : BigInt(number);
  }
  if (/^[-+]?\d+(?:_\d+)*$/.test(text)) return BigInt(text.replaceAll(/[+_]/g, ""));
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? BigInt(Math.trunc(Number(text))) : null;
}

function needNumber(value: Value): bigint | number {
  if (value instanceof Undefined) return refuseUndefined(value);
  return isNumber(value) ? toNumber(value) : fail("expected a number");
}

function round(value: Value, args: Args): Value {
  const { precision, method } = readParams(args, ["precision", "method"]);
  const digits = toInteger(precision, 0);
  const number = Number(needNumber(value));
  const how = toText(method, "common");
  const scale = 10 ** digits;
  if (how === "ceil") return Math.ceil(number * scale) / scale;
  if (how === "floor") return Math.floor(number * scale) / scale;
  const scaled = number * scale;
  const below = Math.floor(scaled);
  const isHalf = scaled - below === 0.5;
  const rounded = (isHalf ? below + Math.abs(below % 2) : Math.round(scaled)) / scale;
  return typeof value === "bigint" ? BigInt(rounded) : rounded;
}

function chooseDefault(value: Value, args: Args): Value {
  const { default_value: preset = "", boolean = false } = readParams(args, ["default_value", "boolean"]);
  return value instanceof Undefined || (isTrue(boolean) && !isTrue(value)) ? preset : value;
}
