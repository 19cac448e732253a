/** The origins of merged values → the values that several parts set. */
import { toPlain } from "../cloud-config/to-plain.js";
import { isMapping } from "../yaml/is-mapping.js";
import type { Conflict, Origin } from "./explanation.js";
import { count } from "./modules/words.js";
import { originOf } from "./steps.js";
import type { TracedValue, ValueOrigin } from "./trace-merge.js";

/** Every value of a key, and in it, that took the place of another one, or kept its own. */
export function describeConflicts(trace: TracedValue, path: readonly (string | number)[]): Conflict[] {
  const inner = [...trace.children].flatMap(([each, child]) => describeConflicts(child, [...path, each]));
  return trace.replaced.length > 0 ? [describeConflict(trace, path.join(".")), ...inner] : inner;
}

function describeConflict({ value, from, replaced }: TracedValue, key: string): Conflict {
  return {
    key,
    value: showValue(value, key),
    from: from.map(locateOrigin),
    replaced: replaced.map((lost) => ({ value: showValue(lost.value, key), from: locateOrigin(lost) })),
  };
}

/** The place of a value in the source. */
export function locateOrigin({ merge: { part, config }, path }: ValueOrigin): Origin {
  return originOf(part, config.locate(path));
}

const SECRET = /pass|secret|token|key|credential|private/i;

const LONGEST = 40;

function showValue(written: unknown, key: string): string | null {
  const value = toPlain(written);
  if (Array.isArray(value)) return count(value.length, "item");
  if (isMapping(value)) return count(Object.keys(value).length, "key");
  const text = JSON.stringify(value) ?? "null";
  return SECRET.test(key) || text.length > LONGEST || text.includes(String.raw`\n`) ? null : text;
}
