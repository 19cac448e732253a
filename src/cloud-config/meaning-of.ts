import { isMapping } from "../yaml/is-mapping.js";
import { WrittenScalar } from "./written-scalar.js";

/** A value with {@link WrittenScalar} in it → something to compare: `yes` and `true` mean the same, `1` and `1.0` don't. */
export function meaningOf(value: unknown): unknown {
  if (value instanceof WrittenScalar) return [value.tagName, value.value];
  if (Array.isArray(value)) return value.map(meaningOf);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, meaningOf(each)]));
}
