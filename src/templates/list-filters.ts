import { spend } from "./budget.js";
import type { Filter, FilterSet } from "./filter.js";
import { needHashable, isEqual } from "./dict.js";
import { findMethod } from "./methods.js";
import { calculate, orderValues } from "./operators.js";
import { toInteger, toText } from "./read-args.js";
import { getItem } from "./subscript.js";
import { applyTest } from "./tests.js";
import {
  Callable,
  Group,
  Namespace,
  Undefined,
  fail,
  isGenerator,
  isTrue,
  iterate,
  makeGenerator,
  makeTuple,
  orElse,
  refuseUndefined,
  useUndefined,
  type Args,
  type Tuple,
  type Value,
} from "./values.js";
import { writeValue } from "./write-value.js";

/** Filters of lists and dicts. */
export const LIST_FILTERS: Record<string, Filter> = {
  length: ["", countItems],
  count: ["", countItems],
  first: ["", (value) => orElse(iterate(value)[0], makeMissing)],
  last: ["", (value) => orElse(needReversible(value).at(-1), makeMissing)],
  list: ["", (value) => iterate(value)],
  items: [
    "",
    (value) => {
      if (value instanceof Undefined) return useUndefined(value, makeGenerator([]));
      if (!(value instanceof Map)) return fail("can only get items of a dict");
      return makeGenerator([...value].map(([key, item]) => makeTuple(key, item)));
    },
  ],
  join: [
    "d? attribute?",
    (value, [d = "", attribute]) =>
      iterate(value)
        .map((item) => writeValue(pick(item, attribute)))
        .join(writeValue(d)),
  ],
  reverse: [
    "",
    (value) =>
      typeof value === "string"
        ? [...value].toReversed().join("")
        : isGenerator(value)
          ? iterate(value).toReversed()
          : makeGenerator(iterate(value).toReversed()),
  ],
  sort: [
    "reverse? case_sensitive? attribute?",
    (value, [reverse = false, exact = false, attribute]) => {
      if (typeof reverse !== "boolean" && typeof reverse !== "bigint") return fail("`reverse` has to be an integer");
      const names = typeof attribute === "string" ? attribute.split(",") : [attribute];
      const keyOf = (item: Value): Value => makeTuple(...names.map((name) => fold(pick(item, name), exact)));
      return sortBy(iterate(value), keyOf, isTrue(reverse));
    },
  ],
  dictsort: [
    "case_sensitive? by? reverse?",
    (value, [exact = false, by, reverse = false]) => {
      const index = ["key", "value"].indexOf(toText(by, "key"));
      if (index < 0) return fail("you can only sort by either key or value");
      if (!(value instanceof Map)) return value instanceof Undefined ? refuseUndefined(value) : fail("expected a dict");
      const pairs = [...value].map(([key, item]) => makeTuple(key, item));
      return sortBy(pairs, (pair) => fold((pair as Tuple)[index]!, exact), isTrue(reverse));
    },
  ],
  unique: [
    "case_sensitive? attribute?",
    (value, [exact = false, attribute]) => {
      const seen: Value[] = [];
      const isNew = (item: Value): boolean => {
        const key = fold(pick(item, attribute), exact);
        needHashable(key);
        spend(seen.length);
        if (seen.some((each) => isEqual(each, key))) return false;
        seen.push(key);
        return true;
      };
      return makeGenerator(iterate(value).filter(isNew));
    },
  ],
  min: ["case_sensitive? attribute?", (value, values) => findEdge(value, values, (order) => order < 0)],
  max: ["case_sensitive? attribute?", (value, values) => findEdge(value, values, (order) => order > 0)],
  sum: [
    "attribute? start?",
    (value, [attribute, start = 0n]) => {
      if (typeof start === "string") return fail("sum() can't sum strings");
      return iterate(value).reduce((sum, item) => calculate("+", sum, pick(item, attribute)), start);
    },
  ],
  attr: [
    "name",
    (value, [name]) => {
      if (value instanceof Undefined) return refuseUndefined(value);
      const key = writeValue(name!);
      const own = value instanceof Namespace || value instanceof Callable ? value.attributes.get(key) : undefined;
      return orElse(own, () => findMethod(value, key) ?? new Undefined(key, null, null));
    },
  ],
  select: ["*", (value, _, args, filters) => filterItems(value, (item) => passes(item, args, filters))],
  reject: ["*", (value, _, args, filters) => filterItems(value, (item) => !passes(item, args, filters))],
  selectattr: ["*", (value, _, args, filters) => filterItems(value, (item) => passesAttribute(item, args, filters))],
  rejectattr: ["*", (value, _, args, filters) => filterItems(value, (item) => !passesAttribute(item, args, filters))],
  groupby: [
    "attribute default? case_sensitive?",
    (value, [attribute, preset = null, exact = false]) => {
      const nameOf = (item: Value): Value => orPreset(pick(item, attribute), preset);
      const keyOf = (item: Value): Value => fold(nameOf(item), exact);
      const groups: { key: Value; items: Value[] }[] = [];
      for (const item of sortBy(iterate(value), keyOf, false)) {
        const last = groups.at(-1);
        if (last && isEqual(keyOf(last.items[0]!), keyOf(item))) last.items.push(item);
        else groups.push({ key: nameOf(item), items: [item] });
      }
      return groups.map(({ key, items }) => {
        const group = new Group();
        group.push(key, items);
        return group;
      });
    },
  ],
  batch: ["linecount fill_with?", (value, [size, fill = null]) => makeGenerator(batch(value, toInteger(size), fill))],
  slice: ["slices fill_with?", (value, [count, fill = null]) => makeGenerator(slice(value, toInteger(count), fill))],
};

function needReversible(value: Value): Value[] {
  return isGenerator(value) ? fail("generator object is not reversible") : iterate(value);
}

function makeMissing(): Undefined {
  return new Undefined(null, null, null);
}

function countItems(value: Value): Value {
  if (isGenerator(value)) return fail("object of type 'generator' has no len()");
  return value instanceof Undefined ? useUndefined(value, 0n) : BigInt(iterate(value).length);
}

function orPreset(value: Value, preset: Value): Value {
  return value instanceof Undefined && preset !== null ? preset : value;
}

/** `item.attribute`, where one is named: a path with dots and numbers. */
function pick(item: Value, attribute: Value | undefined): Value {
  if (attribute === undefined || attribute === null) return item;
  const keys = typeof attribute === "string" ? attribute.split(".") : [attribute];
  return keys.reduce<Value>((value, key) => {
    const index = typeof key === "string" && /^\d+$/.test(key) ? BigInt(key) : key;
    return getItem(value, index, { path: null, at: null });
  }, item);
}

/** `pick`, and the value where there is none; Jinja has no value then. */
export function pickOr(item: Value, attribute: Value, preset: Value): Value {
  return orPreset(pick(item, attribute), preset);
}

function fold(value: Value, exact: Value): Value {
  return typeof value === "string" && !isTrue(exact) ? value.toLowerCase() : value;
}

function sortBy(items: Value[], keyOf: (item: Value) => Value, reverse: boolean): Value[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  const sorted = keyed.toSorted((left, right) =>
    reverse ? orderValues(right.key, left.key) : orderValues(left.key, right.key),
  );
  return sorted.map(({ item }) => item);
}

function findEdge(
  value: Value,
  [exact = false, attribute]: (Value | undefined)[],
  isBetter: (order: number) => boolean,
): Value {
  const keyOf = (item: Value): Value => fold(pick(item, attribute), exact);
  const items = iterate(value);
  if (items.length === 0) return makeMissing();
  return items.reduce((best, item) => (isBetter(orderValues(keyOf(item), keyOf(best))) ? item : best));
}

function filterItems(value: Value, keep: (item: Value) => boolean): Value {
  return makeGenerator(iterate(value).filter(keep));
}

function passes(item: Value, { positional: [name, ...rest], named }: Args, filters: FilterSet): boolean {
  if (name === undefined) return isTrue(item);
  return applyTest(toText(name), item, { positional: rest, named }, { at: null, filters });
}

function passesAttribute(item: Value, { positional: [attribute, ...rest], named }: Args, filters: FilterSet): boolean {
  if (attribute === undefined) return fail("an attribute is missing");
  return passes(pick(item, attribute), { positional: rest, named }, filters);
}

/** jinja2/filters.py, do_batch. */
function batch(value: Value, size: number, fill: Value): Value[] {
  const rows: Value[] = [];
  let row: Value[] = [];
  for (const item of iterate(value)) {
    if (row.length === size) {
      rows.push(row);
      row = [];
    }
    row.push(item);
  }
  if (row.length === 0) return rows;
  const missing = fill === null ? 0 : Math.max(0, size - row.length);
  return [...rows, [...row, ...Array.from({ length: missing }, () => fill)]];
}

/** jinja2/filters.py, do_slice. */
function slice(value: Value, count: number, fill: Value): Value[] {
  const items = iterate(value);
  if (count === 0) return fail("division by zero");
  const [size, longer] = [Math.floor(items.length / count), items.length % count];
  return Array.from({ length: Math.max(0, count) }, (_, row) => {
    const start = row * size + Math.min(row, longer);
    const part = items.slice(start, start + size + (row < longer ? 1 : 0));
    return fill !== null && row >= longer ? [...part, fill] : part;
  });
}
