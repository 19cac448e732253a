/** Floats as C and Python print them. */

/** No float has a tie behind more digits. */
const MOST_DIGITS = 100;

/** Like `%.*f`: exact, and a tie goes to the even digit. */
export function formatFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return formatInfinite(value);
  const size = Math.abs(value);
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  // From 1e21 on, JavaScript writes an exponent; such a number has no fraction.
  if (size >= 1e21) return `${sign}${BigInt(size)}${digits > 0 ? `.${"0".repeat(digits)}` : ""}`;
  const rounded = size.toFixed(digits);
  const isTie = /^50*$/.test(size.toFixed(MOST_DIGITS).split(".")[1]!.slice(digits));
  if (!isTie || Number(rounded.at(-1)) % 2 === 0) return sign + rounded;
  // The tie was rounded up, from an even digit to an odd one.
  return sign + rounded.slice(0, -1) + String(Number(rounded.at(-1)) - 1);
}

/** Like `%.*e`. */
export function formatExponent(value: number, digits: number): string {
  if (!Number.isFinite(value)) return formatInfinite(value);
  return value.toExponential(digits).replace(/e([+-])(\d)$/, "e$10$2");
}

/** Like `%.*g`; trailing zeros stay where `keepsZeros` is set. */
export function formatGeneral(value: number, digits: number, { keepsZeros = false } = {}): string {
  if (!Number.isFinite(value)) return formatInfinite(value);
  const count = Math.max(1, digits);
  const written = formatExponent(value, count - 1);
  const exponent = Number(written.split("e")[1]);
  const isFixed = exponent >= -4 && exponent < count;
  const [mantissa, rest] = isFixed ? [formatFixed(value, count - 1 - exponent), ""] : written.split(/(?=e)/);
  const shown = keepsZeros || !mantissa!.includes(".") ? mantissa! : mantissa!.replace(/\.?0+$/, "");
  return shown + rest!;
}

function formatInfinite(value: number): string {
  if (Number.isNaN(value)) return "nan";
  return value > 0 ? "inf" : "-inf";
}
