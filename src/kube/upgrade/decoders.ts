/** The types of old values: what the decoder of the time, Go's encoding/json, accepted and rejected. */
import { isMapping } from "../../yaml/is-mapping.js";

/** One type. */
export interface Decoder {
  /** As text that follows "must be". */
  expected: string;
  /** The value in v1; null if it counts as absent; undefined if it is rejected. */
  decode: (value: unknown) => unknown;
}

/** A Go string: empty means absent. */
export const text: Decoder = {
  expected: "text",
  decode: (value) => (typeof value === "string" ? value || null : undefined),
};

/** A Go string that may be empty on purpose. */
export const anyText: Decoder = {
  expected: "text, in quotes",
  decode: (value) => (typeof value === "string" ? value : undefined),
};

/** TCP or UDP, which v1beta1 accepted in lower case too. */
export const protocol: Decoder = {
  expected: "text",
  decode: (value) => (typeof value === "string" ? value.toUpperCase() || null : undefined),
};

export const integer: Decoder = {
  expected: "a whole number",
  decode: (value) => (Number.isInteger(value) ? value : undefined),
};

/** A whole number whose zero counts as absent. */
export const positive: Decoder = {
  expected: "a whole number",
  decode: (value) => (Number.isInteger(value) ? value || null : undefined),
};

export const unsigned: Decoder = {
  expected: "a whole number, not less than 0",
  decode: (value) => (Number.isInteger(value) && (value as number) >= 0 ? value : undefined),
};

export const flag: Decoder = {
  expected: "true or false",
  decode: (value) => (typeof value === "boolean" ? value : undefined),
};

export const texts: Decoder = {
  expected: "a list of text",
  decode: (value) => {
    if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) return undefined;
    return value.length > 0 ? value : null;
  },
};

export const textMap: Decoder = {
  expected: "a mapping from text to text",
  decode: (value) => {
    if (!isMapping(value) || !Object.values(value).every((item) => typeof item === "string")) return undefined;
    return Object.keys(value).length > 0 ? value : null;
  },
};

/** A port by number or name: v1 treats a number in quotes as a name, which v1beta1 did not. */
export const port: Decoder = {
  expected: "a whole number or text",
  decode: (value) => {
    if (typeof value === "string" && /^\d+$/.test(value)) return Number(value) || null;
    return typeof value === "string" || Number.isInteger(value) ? value || null : undefined;
  },
};

/** Thousandths of a core, written in the shortest form. */
export const milliCores: Decoder = {
  expected: "a whole number of thousandths of a core",
  decode: (value) => (Number.isInteger(value) ? formatCores(value as number) : undefined),
};

/** Bytes, written with the largest binary unit that divides them. */
export const bytes: Decoder = {
  expected: "a whole number of bytes",
  decode: (value) => (Number.isInteger(value) ? formatBytes(value as number) : undefined),
};

/** The cores of `resources`: a whole number, or any number in quotes. */
export const cores: Decoder = {
  expected: "a number of cores, in quotes if it is a fraction",
  decode: (value) => {
    const number = parseQuoted(value);
    return number === undefined ? undefined : formatCores(Math.trunc(number * 1000));
  },
};

/** The bytes of `resources`: like cores, without their fraction. */
export const plainBytes: Decoder = {
  expected: "a number of bytes without a unit",
  decode: (value) => {
    const number = parseQuoted(value);
    return number === undefined ? undefined : formatBytes(Math.trunc(number));
  },
};

/** An amount of v1beta3, which v1 reads in the same way (pkg/api/resource/quantity.go of 2015). */
export const quantity: Decoder = {
  expected: "an amount, like `500m`, `64Mi` or `2`",
  decode: (value) => {
    if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
    if (value === "") return null;
    return typeof value === "string" && QUANTITY.test(value) ? value : undefined;
  },
};

const QUANTITY = /^[-+]?(\d+\.?\d*|\.\d+)([KMGTPE]i|[mkMGTPE]|[eE][-+]?\d+)?$/;

function parseQuoted(value: unknown): number | undefined {
  if (typeof value === "string") return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(value) ? Number(value) : undefined;
  return Number.isInteger(value) ? (value as number) : undefined;
}

function formatCores(milli: number): string | null {
  if (milli === 0) return null;
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}

function formatBytes(count: number): string | null {
  if (count === 0) return null;
  const units = [
    ["Gi", 2 ** 30],
    ["Mi", 2 ** 20],
    ["Ki", 2 ** 10],
  ] as const;
  const [unit, size] = units.find(([, divisor]) => count % divisor === 0) ?? ["", 1];
  return `${count / size}${unit}`;
}

/** Describes the value that was found instead. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isMapping(value)) return "a mapping";
  return JSON.stringify(value);
}
