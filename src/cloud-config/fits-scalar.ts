import type { ScalarType } from "./value-type.js";

/** Whether a value is a scalar of the type. */
export function fitsScalar(value: unknown, type: ScalarType): boolean {
  switch (type.kind) {
    case "any":
      return true;
    case "nothing":
      return value === null;
    case "scalar":
      return value !== null && (typeof value !== "object" || value instanceof Date);
    case "flag":
      return typeof value === "boolean";
    case "mode":
      return typeof value === "string";
    case "text":
      // cloud-init takes bytes for text.
      return typeof value === "string" ? (type.form?.fits(value) ?? true) : value instanceof Uint8Array;
    case "number":
      return isWithin(value, type);
    case "integer":
      return isWithin(value, type) && (typeof value === "bigint" || Number.isInteger(value));
    case "oneOf":
      return (type.values as readonly unknown[]).includes(value);
  }
}

function isWithin(value: unknown, { min }: { min: number }): boolean {
  return isNumber(value) && Number(value) >= min;
}

/** Whether YAML gave a number. */
export function isNumber(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}
