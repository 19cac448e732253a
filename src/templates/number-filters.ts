import type { Filter } from "./filter.js";
import { formatFixed } from "./format-number.js";
import { readFloat, readInteger } from "./read-number.js";
import { toInteger, toText } from "./read-args.js";
import { Undefined, fail, isNumber, isTrue, refuseUndefined, toNumber, type Value } from "./values.js";

/** Filters of numbers. */
export const NUMBER_FILTERS: Record<string, Filter> = {
  int: ["default? base?", (value, [preset = 0n, base]) => convertToInteger(value, base ?? 10n) ?? preset],
  float: ["default?", (value, [preset = 0]) => convertToFloat(value) ?? preset],
  abs: [
    "",
    (value) => {
      const number = needNumber(value);
      return number < 0 ? -number : number;
    },
  ],
  round: ["precision? method?", round],
  filesizeformat: ["binary?", (value, [binary = false]) => writeSize(value, isTrue(binary))],
};

function convertToInteger(value: Value, base: Value): bigint | null {
  if (value instanceof Undefined) return refuseUndefined(value);
  if (typeof value === "bigint" || typeof value === "boolean") return BigInt(value);
  const integer = typeof value === "string" && typeof base === "bigint" ? readInteger(value, Number(base)) : null;
  if (integer !== null) return integer;
  const float = typeof value === "string" ? readFloat(value) : typeof value === "number" ? value : null;
  if (float === null || Number.isNaN(float)) return null;
  return Number.isFinite(float) ? BigInt(Math.trunc(float)) : fail("cannot convert float infinity to integer");
}

function convertToFloat(value: Value): number | null {
  if (value instanceof Undefined) return refuseUndefined(value);
  if (isNumber(value)) return Number(value);
  return typeof value === "string" ? readFloat(value) : null;
}

function needNumber(value: Value): bigint | number {
  if (value instanceof Undefined) return refuseUndefined(value);
  return isNumber(value) ? toNumber(value) : fail("expected a number");
}

function round(value: Value, [precision, method]: (Value | undefined)[]): Value {
  const digits = toInteger(precision, 0);
  const number = needNumber(value);
  const how = toText(method, "common");
  const scale = 10 ** digits;
  if (how === "ceil") return Math.ceil(Number(number) * scale) / scale;
  if (how === "floor") return Math.floor(Number(number) * scale) / scale;
  if (how !== "common") return fail("the method must be common, ceil or floor");
  if (typeof number === "bigint" && digits >= 0) return number;
  const float = Number(number);
  if (!Number.isFinite(float) || digits > 100) return number;
  const rounded = digits >= 0 ? Number(formatFixed(float, digits)) : Number(formatFixed(float * scale, 0)) / scale;
  return typeof number === "bigint" ? BigInt(rounded) : rounded;
}

const UNITS = [..."kMGTPEZY"];

/** jinja2/filters.py, do_filesizeformat. */
function writeSize(value: Value, isBinary: boolean): string {
  const bytes = convertToFloat(value) ?? fail("could not convert the value to a float");
  const base = isBinary ? 1024 : 1000;
  if (bytes === 1) return "1 Byte";
  if (bytes < base) return `${Math.trunc(bytes)} Bytes`;
  const index = UNITS.findIndex((_, each) => bytes < base ** (each + 2));
  const unit = index < 0 ? UNITS.length - 1 : index;
  const prefix = isBinary ? `${UNITS[unit]!.toUpperCase()}i` : UNITS[unit]!;
  return `${formatFixed((base * bytes) / base ** (unit + 2), 1)} ${prefix}B`;
}
