/** Texts → numbers, as Python's `int()` and `float()` read them. */

const FLOAT = /^[-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?$/i;
const INFINITE = /^([-+]?)(?:(inf|infinity)|nan)$/i;

/** The number; null where Python raises `ValueError`. */
export function readFloat(source: string): number | null {
  const text = source.trim();
  if (FLOAT.test(text)) return Number(text.replaceAll("_", ""));
  const found = INFINITE.exec(text);
  if (found === null) return null;
  if (found[2] === undefined) return Number.NaN;
  return found[1] === "-" ? -Infinity : Infinity;
}

const PREFIXES: Record<string, number> = { "0x": 16, "0o": 8, "0b": 2 };

/** The integer with digits of this base, where 0 stands for that of the prefix; null where Python raises `ValueError`. */
export function readInteger(source: string, base: number): bigint | null {
  if (base !== 0 && (base < 2 || base > 36)) return null;
  const [, sign, unsigned = ""] = /^([-+]?)([^]*)$/.exec(source.trim().toLowerCase())!;
  const prefixed = PREFIXES[unsigned.slice(0, 2)];
  const hasPrefix = prefixed !== undefined && (base === 0 || base === prefixed);
  const digits = hasPrefix ? unsigned.slice(2).replace(/^_/, "") : unsigned;
  if (!/^[\da-z]+(?:_[\da-z]+)*$/.test(digits)) return null;
  if (base === 0 && !hasPrefix && /^0+(?:_?\d)*[1-9]/.test(digits)) return null;
  const number = readDigits(digits.replaceAll("_", ""), hasPrefix ? prefixed : base || 10);
  return number === null || sign !== "-" ? number : -number;
}

function readDigits(digits: string, base: number): bigint | null {
  let number = 0n;
  for (const digit of digits) {
    const value = Number.parseInt(digit, 36);
    if (value >= base) return null;
    number = number * BigInt(base) + BigInt(value);
  }
  return number;
}
