/** `%` and `str.format` of Python, for the directives that templates use. */
import {
  TemplateRefusal,
  Tuple,
  Undefined,
  fail,
  isNumber,
  refuseUndefined,
  toNumber,
  type Args,
  type Value,
} from "./values.js";
import { writeLiteral, writeValue } from "./write-value.js";

const DIRECTIVE = /%(?:\((\w+)\))?([-0+ #]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

/** `text % values` */
export function formatPercent(text: string, values: Value): string {
  const queue = values instanceof Tuple ? [...values] : [values];
  const isNamed = values instanceof Map;
  let used = 0;
  const result = text.replaceAll(
    DIRECTIVE,
    (_, name: string | undefined, flags: string, width = "0", digits: string | undefined, kind: string) => {
      if (kind === "%") return "%";
      const value = name === undefined ? queue[used++] : values instanceof Map ? values.get(name) : undefined;
      if (value === undefined) return fail("not enough arguments for format string");
      return pad(writeAs(value, kind, flags, digits), Number(width), flags);
    },
  );
  if (!isNamed && used < queue.length) fail("not all arguments converted during string formatting");
  return result;
}

function writeAs(value: Value, kind: string, flags: string, digits: string | undefined): string {
  if (kind === "s") return cut(writeValue(value), digits);
  if (kind === "r") return cut(writeLiteral(value), digits);
  if (value instanceof Undefined) return refuseUndefined(value);
  if (!isNumber(value)) return fail(`%${kind} format: a number is required`);
  const number = toNumber(value);
  const sign = Number(number) >= 0 ? (/[+ ]/.exec(flags)?.[0] ?? "") : "";
  if ("di".includes(kind)) return sign + (typeof number === "bigint" ? number : BigInt(Math.trunc(number))).toString();
  if (kind === "f" || kind === "F") return sign + Number(number).toFixed(Number(digits ?? 6));
  if ("xXo".includes(kind) && typeof number === "bigint") {
    const written = number.toString(kind === "o" ? 8 : 16);
    return sign + (kind === "X" ? written.toUpperCase() : written);
  }
  throw new TemplateRefusal("unsupported", `the format \`%${kind}\``);
}

function cut(text: string, digits: string | undefined): string {
  return digits === undefined ? text : [...text].slice(0, Number(digits)).join("");
}

function pad(text: string, width: number, flags: string): string {
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0")) return text.padStart(width);
  const [, sign = "", digits = ""] = /^([+-]?)([^]*)$/.exec(text)!;
  return sign + digits.padStart(width - sign.length, "0");
}

/** `text.format(…)`, with names, numbers, and the width and alignment of a text or number. */
export function formatBraces(text: string, { positional, named }: Args): string {
  let next = 0;
  return text.replaceAll(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (found, inner: string | undefined) => {
    if (found === "{{" || found === "}}") return found[0]!;
    if (inner === undefined) return fail("single brace in format string");
    const [, key = "", spec] = /^(\w*)(?::(.*))?$/.exec(inner) ?? [];
    if (!/^\w*(?::.*)?$/.test(inner)) throw new TemplateRefusal("unsupported", `the format \`{${inner}}\``);
    const value = key === "" ? positional[next++] : /^\d+$/.test(key) ? positional[Number(key)] : named.get(key);
    if (value === undefined) return fail(`\`{${inner}}\` has no argument`);
    return formatOne(value, spec ?? "", inner);
  });
}

function formatOne(value: Value, spec: string, inner: string): string {
  const [, align, zero, width = "0", digits, kind = ""] = /^([<>^])?(0)?(\d+)?(?:\.(\d+))?([sdf])?$/.exec(spec) ?? [];
  if (!/^[<>^]?0?\d*(?:\.\d+)?[sdf]?$/.test(spec))
    throw new TemplateRefusal("unsupported", `the format \`{${inner}}\``);
  const text = kind === "d" || kind === "f" ? writeAs(value, kind, "", digits) : cut(writeValue(value), digits);
  const size = Number(width);
  if (zero !== undefined) return pad(text, size, "0");
  if (align === "^") throw new TemplateRefusal("unsupported", `the format \`{${inner}}\``);
  return align === ">" || (align === undefined && isNumber(value)) ? text.padStart(size) : text.padEnd(size);
}
