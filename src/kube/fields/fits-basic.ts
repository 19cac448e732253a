/** A value and a type without parts → whether a server takes the value. */
import type { FieldType } from "./field-table.js";

/** For types with parts, the value is not of their form. */
export function fitsBasic(value: unknown, type: FieldType): boolean {
  switch (type.form) {
    case "any":
      return true;
    case "text":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "int32":
      return isInt32(value);
    case "int64":
      return Number.isInteger(value) && Math.abs(value as number) <= 2 ** 63;
    case "number-or-text":
      return typeof value === "string" || isInt32(value);
    case "quantity":
      return typeof value === "number" || (typeof value === "string" && QUANTITY.test(value.trim()));
    case "time":
      return typeof value === "string" && TIME.test(value);
    case "base64":
      return typeof value === "string" && BASE64.test(value.replace(/[\r\n]/g, ""));
    case "one-of":
      // Most fields take an empty text as absent.
      return value === "" || type.values.includes(value as string);
    default:
      return false;
  }
}

function isInt32(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31;
}

/** apimachinery, pkg/api/resource/quantity.go and suffix.go. */
const QUANTITY = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

/** RFC 3339, as Go's time package reads it. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** RFC 4648 section 4, with padding; Go skips line breaks. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
