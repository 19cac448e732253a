/** `%` of Python's texts. */
import { getEntry } from "./dict.js";
import { formatExponent, formatFixed, formatGeneral } from "./format-number.js";
import { TemplateRefusal } from "./template-refusal.js";
import { Tuple, Undefined, fail, isNumber, refuseUndefined, toNumber, typeName, type Value, orElse } from "./values.js";
import { writeAscii, writeLiteral, writeValue } from "./write-value.js";

const DIRECTIVE = /%(?:\(([^()]*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d*))?[hlL]?([^]?)/gu;
const MOST_DIGITS = 100;

/** How a value is written: the parts of a directive. */
interface Format {
  flags: string;
  width: number;
  digits: number | null;
  kind: string;
}

/** `text % values` */
export function formatPercent(text: string, values: Value): string {
  const queue: readonly Value[] = values instanceof Tuple ? values : [values];
  let used = 0;
  const take = (): Value => (used < queue.length ? queue[used++]! : fail("not enough arguments for format string"));
  const readSize = (size: string | undefined, preset: number): number => {
    if (size === undefined) return preset;
    if (size !== "*") return Number(size);
    const value = take();
    return typeof value === "bigint" ? Number(value) : fail("* wants int");
  };
  const result = text.replaceAll(
    DIRECTIVE,
    (_, name: string | undefined, flags: string, width?: string, digits?: string, kind = "") => {
      const format: Format = {
        flags,
        width: readSize(width, 0),
        digits: digits === undefined ? null : readSize(digits, 0),
        kind,
      };
      if (kind === "") return fail("incomplete format");
      if (kind === "%") return "%";
      if (name === undefined) return write(take(), format);
      if (!(values instanceof Map)) return fail("format requires a mapping");
      used = queue.length;
      return write(
        orElse(getEntry(values, name), () => fail(`the key \`${name}\` is missing`)),
        format,
      );
    },
  );
  // Python takes what has items, such as a list, for a mapping, of which it does not need all.
  if (
    used < queue.length &&
    (values instanceof Tuple || typeof values === "string" || isNumber(values) || values === null)
  ) {
    return fail("not all arguments converted during string formatting");
  }
  return result;
}

function write(value: Value, { flags, width, digits, kind }: Format): string {
  if (width > 10_000 || (digits ?? 0) > MOST_DIGITS) throw new TemplateRefusal("unsupported", "values of this size");
  const text = writeAs(value, kind, flags, digits);
  const missing = " ".repeat(Math.max(0, width - [...text].length));
  if (flags.includes("-")) return text + missing;
  if (!flags.includes("0") || "srac".includes(kind)) return missing + text;
  const [, sign = "", rest = ""] = /^([+\- ]?(?:0[xXo](?=.))?)([^]*)$/.exec(text)!;
  return sign + "0".repeat(missing.length) + rest;
}

function writeAs(value: Value, kind: string, flags: string, digits: number | null): string {
  if (kind === "s") return cut(writeValue(value), digits);
  if (kind === "r") return cut(writeLiteral(value), digits);
  if (kind === "a") return cut(writeAscii(value), digits);
  if (kind === "c") return writeCharacter(value);
  if (!"diuxXoeEfFgG".includes(kind)) return fail(`unsupported format character '${kind}'`);
  if (value instanceof Undefined) return refuseUndefined(value);
  if (!isNumber(value)) return fail(`%${kind} format: a number is required, not ${typeName(value)}`);
  const text = writeNumber(toNumber(value), kind, flags, digits);
  return text.startsWith("-") ? text : (/\+/.exec(flags)?.[0] ?? / /.exec(flags)?.[0] ?? "") + text;
}

function cut(text: string, digits: number | null): string {
  return digits === null ? text : [...text].slice(0, digits).join("");
}

function writeCharacter(value: Value): string {
  if (typeof value === "string" && [...value].length === 1) return value;
  if (typeof value !== "bigint") return fail("%c requires int or char");
  return value >= 0n && value < 0x110000n ? String.fromCodePoint(Number(value)) : fail("%c arg not in range");
}

const BASES: Record<string, { base: number; prefix: string }> = {
  x: { base: 16, prefix: "0x" },
  X: { base: 16, prefix: "0x" },
  o: { base: 8, prefix: "0o" },
};

function writeNumber(number: bigint | number, kind: string, flags: string, digits: number | null): string {
  if ("eEfFgG".includes(kind)) {
    const value = Number(number);
    const count = digits ?? 6;
    const lower = kind.toLowerCase();
    const written =
      lower === "f"
        ? formatFixed(value, count)
        : lower === "e"
          ? formatExponent(value, count)
          : formatGeneral(value, count, { keepsZeros: flags.includes("#") });
    return kind === lower ? written : written.toUpperCase();
  }
  const based = BASES[kind];
  if (based === undefined) return padDigits(toInteger(number), 10, "", digits);
  if (typeof number !== "bigint") return fail(`%${kind} format: an integer is required, not float`);
  const written = padDigits(number, based.base, flags.includes("#") ? based.prefix : "", digits);
  return kind === "X" ? written.toUpperCase() : written;
}

function toInteger(number: bigint | number): bigint {
  if (typeof number === "bigint") return number;
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : fail("cannot convert float to integer");
}

function padDigits(number: bigint, base: number, prefix: string, digits: number | null): string {
  const size = (number < 0n ? -number : number).toString(base).padStart(digits ?? 0, "0");
  return `${number < 0n ? "-" : ""}${prefix}${size}`;
}
