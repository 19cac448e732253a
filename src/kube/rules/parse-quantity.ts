import { textOf } from "../../text/text-of.js";

/** A quantity → its value, to compare it (apimachinery, pkg/api/resource/quantity.go). */

const SUFFIXES: Readonly<Record<string, [base: bigint, exponent: number]>> = {
  n: [10n, -9],
  u: [10n, -6],
  m: [10n, -3],
  "": [10n, 0],
  k: [10n, 3],
  M: [10n, 6],
  G: [10n, 9],
  T: [10n, 12],
  P: [10n, 15],
  E: [10n, 18],
  Ki: [1024n, 1],
  Mi: [1024n, 2],
  Gi: [1024n, 3],
  Ti: [1024n, 4],
  Pi: [1024n, 5],
  Ei: [1024n, 6],
};

const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,2}))?$/;

/** How many digits behind the point are kept: enough for a nano with a fraction of nine digits. */
const DIGITS = 18;

/** The value in units of 10^-18; null if it is not a quantity, which the check of fields reports. */
export function parseQuantity(value: unknown): bigint | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const [matched, sign, whole = "", fraction = "", suffix = "", power] = QUANTITY.exec(textOf(value)) ?? [];
  if (matched === undefined || whole + fraction === "") return null;
  const [base, exponent] = power === undefined ? SUFFIXES[suffix]! : ([10n, Number(power)] as const);
  const digits = BigInt(whole + fraction.slice(0, 9)) * 10n ** BigInt(DIGITS - Math.min(fraction.length, 9));
  const size = exponent < 0 ? digits / base ** BigInt(-exponent) : digits * base ** BigInt(exponent);
  return sign === "-" ? -size : size;
}

/** Whether the quantity has no fraction. */
export function isWhole(quantity: bigint): boolean {
  return quantity % 10n ** BigInt(DIGITS) === 0n;
}
