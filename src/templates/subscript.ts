import { findMethod } from "./methods.js";
import { makeTuple, Tuple, Undefined, fail, refuseUndefined, toNumber, type Value } from "./values.js";

/** `of[key]`; what does not exist is an {@link Undefined} (jinja2/environment.py, getitem). */
export function getItem(of: Value, key: Value, { path, at }: { path: string | null; at: number }): Value {
  if (of instanceof Undefined) return refuseUndefined(of);
  const found = findItem(of, key);
  if (found !== undefined) return found;
  const method = typeof key === "string" ? findMethod(of, key) : null;
  return method ?? new Undefined(key instanceof Undefined ? null : String(key), path, at);
}

function findItem(of: Value, key: Value): Value | undefined {
  if (of instanceof Map) return of.get(typeof key === "boolean" ? toNumber(key) : key);
  if (typeof key !== "bigint" && typeof key !== "boolean") return undefined;
  if (typeof of === "string") return [...of].at(Number(key));
  return Array.isArray(of) ? of.at(Number(key)) : undefined;
}

/** `of[start:stop:step]` */
export function getSlice(of: Value, parts: readonly Value[]): Value {
  if (of instanceof Undefined) return refuseUndefined(of);
  const items = typeof of === "string" ? [...of] : of;
  if (!Array.isArray(items)) return new Undefined(null, null, 0);
  const [start = null, stop = null, step = 1n] = parts.map((part) => (part === null ? null : toIndex(part)));
  const picked = pick([...items], start, stop, step ?? 1n);
  if (typeof of === "string") return picked.join("");
  return of instanceof Tuple ? makeTuple(...picked) : picked;
}

function toIndex(value: Value): bigint {
  if (value instanceof Undefined) return refuseUndefined(value);
  return typeof value === "bigint" ? value : fail("slice indices must be integers");
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
