import { findItem, hasIndex } from "./find-item.js";
import { findMethod } from "./methods.js";
import { TemplateRefusal } from "./template-refusal.js";
import { Sequence, Tuple, Undefined, fail, makeSequence, makeTuple, refuseUndefined, type Value } from "./values.js";
import { writeLiteral, writeValue } from "./write-value.js";

/** How the item is written, and where; null for a place that the caller knows. */
interface Place {
  path: string | null;
  at: number | null;
}

/** `of[key]`; what does not exist is an {@link Undefined} (jinja2/environment.py, getitem). */
export function getItem(of: Value, key: Value, { path, at }: Place): Value {
  if (of instanceof Undefined) return refuseUndefined(of);
  const found = findItem(of, key);
  if (found !== undefined) return found;
  if (typeof key === "string" && key.startsWith("__")) refuseSpecial(at);
  const method = typeof key === "string" ? findMethod(of, key) : null;
  return method ?? new Undefined(writeValue(key), path, at);
}

/** Refuses what Python has of each object; a newer cloud-init refuses it too. */
export function refuseSpecial(at: number | null): never {
  throw new TemplateRefusal("unsupported", "attributes that begin with `__`", at);
}

/** `of[start:stop:step]` */
export function getSlice(of: Value, parts: readonly Value[], at: number): Value {
  if (of instanceof Undefined) return refuseUndefined(of);
  const items = typeof of === "string" ? [...of] : of;
  const limits = [parts[0] ?? null, parts[1] ?? null, parts[2] ?? null];
  for (const limit of limits) if (limit instanceof Undefined) return refuseUndefined(limit);
  if (!hasIndex(items) || !limits.every(isIndex)) {
    return new Undefined(`slice(${limits.map(writeLiteral).join(", ")})`, null, at);
  }
  const [start, stop, step] = limits.map((limit) => (limit === null ? null : BigInt(limit as bigint | boolean)));
  const picked = pick([...items], start!, stop!, step ?? 1n);
  if (typeof of === "string") return picked.join("");
  if (of instanceof Sequence) return makeSequence("range", picked);
  return of instanceof Tuple ? makeTuple(...picked) : picked;
}

function isIndex(value: Value): boolean {
  return value === null || typeof value === "bigint" || typeof value === "boolean";
}

function pick(items: Value[], start: bigint | null, stop: bigint | null, step: bigint): Value[] {
  if (step === 0n) return fail("slice step cannot be zero");
  const size = items.length;
  const forward = step > 0n;
  const clamp = (index: bigint): number => {
    const from = Number(index) < 0 ? Number(index) + size : Number(index);
    return Math.min(Math.max(from, forward ? 0 : -1), forward ? size : size - 1);
  };
  const first = start === null ? (forward ? 0 : size - 1) : clamp(start);
  const last = stop === null ? (forward ? size : -1) : clamp(stop);
  const picked: Value[] = [];
  for (let index = first; forward ? index < last : index > last; index += Number(step)) picked.push(items[index]!);
  return picked;
}
