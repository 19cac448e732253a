/** `str.format` of Python. */
import { findItem } from "./find-item.js";
import { formatExponent, formatFixed, formatGeneral } from "./format-number.js";
import { TemplateRefusal } from "./template-refusal.js";
import { fail, isNumber, toNumber, typeName, type Args, type Value, orElse } from "./values.js";
import { writeAscii, writeLiteral, writeValue } from "./write-value.js";

const FIELD = /\{\{|\}\}|\{((?:[^{}]|\{[^{}]*\})*)\}|[{}]/g;
const PARTS = /^([^!:[\].]*)((?:\.[^!:[\].]+|\[[^\]]+\])*)(?:!(.))?(?::([^]*))?$/u;

/** `text.format(…)` */
export function formatBraces(text: string, { positional, named }: Args): string {
  let next: number | null = null;
  const find = (key: string): Value => {
    if (key !== "" && !/^\d+$/.test(key)) return orElse(named.get(key), () => fail(`\`${key}\` has no argument`));
    if (next !== null && next < 0 !== (key !== "")) return fail("cannot mix numbered and automatic fields");
    const index: number = key === "" ? (next ?? 0) : Number(key);
    next = key === "" ? index + 1 : -1;
    return index < positional.length ? positional[index]! : fail(`\`{${key}}\` has no argument`);
  };
  const format = (source: string, isInner: boolean): string =>
    source.replaceAll(FIELD, (found, inner: string | undefined) => {
      if (found === "{{" || found === "}}") return found[0]!;
      const parts = inner === undefined ? null : PARTS.exec(inner);
      if (parts === null) return fail("the format text has a single brace");
      const [, key = "", path = "", conversion, spec = ""] = parts;
      const value = convert(follow(find(key), path), conversion);
      return formatValue(value, isInner ? spec : format(spec, true));
    });
  return format(text, false);
}

function follow(value: Value, path: string): Value {
  return [...path.matchAll(/\.([^.[]+)|\[([^\]]+)\]/g)].reduce<Value>((of, [, attribute, item]) => {
    if (attribute !== undefined) throw new TemplateRefusal("unsupported", "attributes in a format");
    return orElse(findItem(of, /^\d+$/.test(item!) ? BigInt(item!) : item!), () => fail(`no item \`${item}\``));
  }, value);
}

function convert(value: Value, conversion: string | undefined): Value {
  if (conversion === undefined) return value;
  const writers: Record<string, (value: Value) => string> = { r: writeLiteral, s: writeValue, a: writeAscii };
  return writers[conversion]?.(value) ?? fail(`unknown conversion \`!${conversion}\``);
}

const SPEC = /^(?:([^]?)([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([bcdeEfFgGnosxX%])?$/u;

/** The parts of a format specification. */
interface Spec {
  fill: string | undefined;
  align: string | undefined;
  sign: string | undefined;
  alternate: boolean;
  zero: boolean;
  width: number;
  group: string | undefined;
  digits: number | null;
  kind: string;
}

/** `format(value, spec)` */
function formatValue(value: Value, spec: string): string {
  if (spec === "") return writeValue(value);
  const found = SPEC.exec(spec);
  if (found === null) return fail(`invalid format specifier \`${spec}\``);
  const [, fill, align, sign, alternate, zero, width = "0", group, digits, kind = ""] = found;
  const read: Spec = {
    fill: fill === "" ? undefined : fill,
    align,
    sign,
    alternate: alternate !== undefined,
    zero: zero !== undefined,
    width: Number(width),
    group,
    digits: digits === undefined ? null : Number(digits),
    kind,
  };
  if (read.width > 10_000 || (read.digits ?? 0) > 100) throw new TemplateRefusal("unsupported", "values of this size");
  if (typeof value === "string") return formatText(value, read);
  if (!isNumber(value)) return fail(`unsupported format string for ${typeName(value)}`);
  if (kind === "c") return alignText(String.fromCodePoint(Number(value)), read, ">");
  if (read.group !== undefined && read.zero) throw new TemplateRefusal("unsupported", "zeros in groups of digits");
  return alignText(signOf(formatNumber(toNumber(value), read), read), read, ">");
}

function formatText(text: string, spec: Spec): string {
  if (!["", "s"].includes(spec.kind)) return fail(`unknown format code '${spec.kind}' for a text`);
  if (spec.sign !== undefined || spec.align === "=" || spec.alternate || spec.group !== undefined) {
    return fail("the format is not one for a text");
  }
  return alignText(spec.digits === null ? text : [...text].slice(0, spec.digits).join(""), spec, "<");
}

function formatNumber(number: bigint | number, spec: Spec): string {
  const { kind, alternate, group, digits } = spec;
  if (typeof number === "bigint" && ["", "d", "n", "b", "o", "x", "X"].includes(kind)) {
    if (digits !== null) return fail("precision is not allowed for integers");
    const base = { b: 2, o: 8, x: 16, X: 16 }[kind] ?? 10;
    const size = (number < 0n ? -number : number).toString(base);
    const prefix = alternate && base !== 10 ? `0${kind.toLowerCase()}` : "";
    const written = `${number < 0n ? "-" : ""}${prefix}${groupDigits(size, group, base === 10 ? 3 : 4)}`;
    return kind === "X" ? written.toUpperCase() : written;
  }
  if (!["", "n", "e", "E", "f", "F", "g", "G", "%"].includes(kind)) return fail(`unknown format code '${kind}'`);
  const written = formatFloat(Number(number), spec);
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d*)([^]*)$/.exec(written)!;
  return sign + groupDigits(whole, group, 3) + rest;
}

function formatFloat(value: number, { kind, alternate, digits }: Spec): string {
  if (kind === "%") return `${formatFixed(value * 100, digits ?? 6)}%`;
  const lower = kind.toLowerCase();
  const text =
    lower === "f"
      ? formatFixed(value, digits ?? 6)
      : lower === "e"
        ? formatExponent(value, digits ?? 6)
        : lower === ""
          ? writeShort(value, digits)
          : formatGeneral(value, digits ?? 6, { keepsZeros: alternate });
  return kind === lower ? text : text.toUpperCase();
}

function writeShort(value: number, digits: number | null): string {
  if (digits === null) return writeLiteral(value);
  const text = formatGeneral(value, digits);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function groupDigits(digits: string, sign: string | undefined, size: number): string {
  if (sign === undefined) return digits;
  return digits.replaceAll(new RegExp(`\\B(?=(?:\\w{${size}})+$)`, "g"), sign);
}

function signOf(text: string, { sign }: Spec): string {
  return text.startsWith("-") || sign === undefined || sign === "-" ? text : sign + text;
}

function alignText(text: string, { fill, align, zero, width }: Spec, usual: string): string {
  const missing = Math.max(0, width - [...text].length);
  const where = align ?? (zero && usual === ">" ? "=" : usual);
  const mark = fill ?? (zero ? "0" : " ");
  const left = where === "<" ? 0 : where === "^" ? Math.floor(missing / 2) : missing;
  if (where !== "=") return mark.repeat(left) + text + mark.repeat(missing - left);
  const [, sign = "", rest = ""] = /^([+\- ]?(?:0[xXob](?=.))?)([^]*)$/.exec(text)!;
  return sign + mark.repeat(missing) + rest;
}
