import { isMapping } from "../yaml/is-mapping.js";
import { WrittenScalar } from "./written-scalar.js";

/** The value with what each {@link WrittenScalar} in it means. */
export function toPlain(value: unknown): unknown {
  if (value instanceof WrittenScalar) return value.value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlain(each)]));
}
