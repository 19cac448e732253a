import type { Filter } from "./filter.js";
import { calculate, orderValues } from "./operators.js";
import { readParams, toInteger, toText } from "./read-args.js";
import { getItem } from "./subscript.js";
import { applyTest } from "./tests.js";
import {
  makeTuple,
  Tuple,
  Undefined,
  fail,
  isEqual,
  isTrue,
  iterate,
  refuseUndefined,
  type Args,
  type Value,
} from "./values.js";
import { writeValue } from "./write-value.js";

/** Filters of lists and dicts. */
export const LIST_FILTERS: Record<string, Filter> = {
  length: countItems,
  count: countItems,
  first: (value) => iterate(value)[0] ?? nothing(value),
  last: (value) => iterate(value).at(-1) ?? nothing(value),
  list: (value) => iterate(value),
  items: (value) => {
    if (value instanceof Undefined) return [];
    return value instanceof Map
      ? [...value].map(([key, item]) => makeTuple(key, item))
      : fail("can only get items of a dict");
  },
  join: (value, args) => {
    const { d = "", attribute } = readParams(args, ["d", "attribute"]);
    return iterate(value)
      .map((item) => writeValue(pick(item, attribute)))
      .join(writeValue(d));
  },
  reverse: (value) => (typeof value === "string" ? [...value].toReversed().join("") : iterate(value).toReversed()),
  sort: (value, args) => {
    const {
      reverse = false,
      case_sensitive: exact = false,
      attribute,
    } = readParams(args, ["reverse", "case_sensitive", "attribute"]);
    return sortBy(iterate(value), (item) => fold(pick(item, attribute), exact), isTrue(reverse));
  },
  dictsort: (value, args) => {
    const {
      case_sensitive: exact = false,
      by,
      reverse = false,
    } = readParams(args, ["case_sensitive", "by", "reverse"]);
    if (!(value instanceof Map)) return value instanceof Undefined ? refuseUndefined(value) : fail("expected a dict");
    const index = toText(by, "key") === "key" ? 0 : 1;
    const pairs = [...value].map(([key, item]) => makeTuple(key, item));
    return sortBy(pairs, (pair) => fold((pair as Tuple)[index]!, exact), isTrue(reverse));
  },
  unique: (value, args) => {
    const { case_sensitive: exact = false, attribute } = readParams(args, ["case_sensitive", "attribute"]);
    const seen: Value[] = [];
    return iterate(value).filter((item) => {
      const key = fold(pick(item, attribute), exact);
      if (seen.some((each) => isEqual(each, key))) return false;
      seen.push(key);
      return true;
    });
  },
  min: (value, args) => findEdge(value, args, (order) => order < 0),
  max: (value, args) => findEdge(value, args, (order) => order > 0),
  sum: (value, args) => {
    const { attribute, start = 0n } = readParams(args, ["attribute", "start"]);
    return iterate(value).reduce((sum, item) => calculate("+", sum, pick(item, attribute)), start);
  },
  attr: (value, { positional: [name] }) => {
    if (value instanceof Undefined) return refuseUndefined(value);
    return new Undefined(writeValue(name ?? null), null, 0);
  },
  select: (value, args) => iterate(value).filter((item) => passes(item, args)),
  reject: (value, args) => iterate(value).filter((item) => !passes(item, args)),
  selectattr: (value, args) => iterate(value).filter((item) => passesAttribute(item, args)),
  rejectattr: (value, args) => iterate(value).filter((item) => !passesAttribute(item, args)),
  groupby: (value, args) => {
    const { attribute } = readParams(args, ["attribute"]);
    const keyOf = (item: Value): Value => fold(pick(item, attribute), false);
    const groups: { key: Value; items: Value[] }[] = [];
    for (const item of sortBy(iterate(value), keyOf, false)) {
      const last = groups.at(-1);
      if (last && isEqual(keyOf(last.items[0]!), keyOf(item))) last.items.push(item);
      else groups.push({ key: pick(item, attribute), items: [item] });
    }
    return groups.map(({ key, items }) => makeTuple(key, items));
  },
  batch: (value, args) => {
    const { linecount, fill_with: fill = null } = readParams(args, ["linecount", "fill_with"]);
    const items = iterate(value);
    const size = toInteger(linecount);
    const rows = Array.from({ length: Math.ceil(items.length / size) }, (_, row) =>
      items.slice(row * size, (row + 1) * size),
    );
    const last = rows.at(-1);
    if (fill !== null && last) last.push(...Array.from({ length: size - last.length }, () => fill));
    return rows;
  },
  slice: (value, args) => {
    const { slices, fill_with: fill = null } = readParams(args, ["slices", "fill_with"]);
    const items = iterate(value);
    const count = toInteger(slices);
    const [size, longer] = [Math.floor(items.length / count), items.length % count];
    return Array.from({ length: count }, (_, row) => {
      const start = row * size + Math.min(row, longer);
      const part = items.slice(start, start + size + (row < longer ? 1 : 0));
      return fill !== null && row >= longer && longer > 0 ? [...part, fill] : part;
    });
  },
};

function nothing(value: Value): Value {
  if (Array.isArray(value) || typeof value === "string" || value instanceof Map || value instanceof Undefined) {
    return new Undefined(null, null, 0);
  }
  return fail("expected a list");
}

function countItems(value: Value): Value {
  return value instanceof Undefined ? 0n : BigInt(iterate(value).length);
}

/** `item.attribute`, where one is named: a path with dots and numbers. */
export function pick(item: Value, attribute: Value | undefined): Value {
  if (attribute === undefined || attribute === null) return item;
  const keys = typeof attribute === "string" ? attribute.split(".") : [attribute];
  return keys.reduce<Value>((value, key) => {
    const index = typeof key === "string" && /^\d+$/.test(key) ? BigInt(key) : key;
    return getItem(value, index, { path: null, at: 0 });
  }, item);
}

function fold(value: Value, exact: Value): Value {
  return typeof value === "string" && !isTrue(exact) ? value.toLowerCase() : value;
}

function sortBy(items: Value[], keyOf: (item: Value) => Value, reverse: boolean): Value[] {
  const order = (left: Value, right: Value): number => orderValues(keyOf(left), keyOf(right));
  return items.toSorted(reverse ? (left, right) => order(right, left) : order);
}

function findEdge(value: Value, args: Args, isBetter: (order: number) => boolean): Value {
  const { case_sensitive: exact = false, attribute } = readParams(args, ["case_sensitive", "attribute"]);
  const keyOf = (item: Value): Value => fold(pick(item, attribute), exact);
  const items = iterate(value);
  if (items.length === 0) return new Undefined(null, null, 0);
  return items.reduce((best, item) => (isBetter(orderValues(keyOf(item), keyOf(best))) ? item : best));
}

function passes(item: Value, { positional: [name, ...rest], named }: Args): boolean {
  return name === undefined ? isTrue(item) : applyTest(toText(name), item, { positional: rest, named }, 0);
}

function passesAttribute(item: Value, { positional: [attribute, ...rest], named }: Args): boolean {
  if (attribute === undefined) return fail("an attribute is missing");
  return passes(pick(item, attribute), { positional: rest, named });
}
