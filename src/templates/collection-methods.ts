/** The methods of Python's dicts, lists and tuples. */
import { needSmall } from "./budget.js";
import { findKey, getEntry, makeDict, setEntry, isEqual } from "./dict.js";
import type { Method } from "./method.js";
import { orderValues } from "./operators.js";
import { bindArgs, toInteger } from "./read-args.js";
import {
  Undefined,
  callFunction,
  fail,
  isTrue,
  iterate,
  makeSequence,
  makeTuple,
  orElse,
  refuseUndefined,
  type Dict,
  type Tuple,
  type Value,
} from "./values.js";
import { writeLiteral } from "./write-value.js";

/** The methods of a dict by name, with their parameters. */
export const DICT_METHODS: Record<string, Method<Dict>> = {
  keys: ["/", (dict) => makeView("dict_keys", [...dict.keys()])],
  values: ["/", (dict) => makeView("dict_values", [...dict.values()])],
  items: [
    "/",
    (dict) =>
      makeView(
        "dict_items",
        [...dict].map(([key, value]) => makeTuple(key, value)),
      ),
  ],
  get: ["/ key preset?", (dict, [key, preset]) => orElse(getEntry(dict, key!), () => preset ?? null)],
  copy: ["/", (dict) => new Map(dict)],
  clear: changing("/", (dict) => dict.clear()),
  fromkeys: ["/ keys value?", (_, [keys, value]) => makeDict(iterate(keys!).map((key) => [key, value ?? null]))],
  pop: [
    "/ key preset?",
    (dict, [key, preset]) => {
      const value = getEntry(dict, key!);
      dict.delete(findKey(dict, key!));
      return orElse(value, () => orElse(preset, () => fail("the key does not exist")));
    },
  ],
  popitem: [
    "/",
    (dict) => {
      const [key, value] = [...dict].at(-1) ?? fail("the dictionary is empty");
      dict.delete(key);
      return makeTuple(key, value);
    },
  ],
  setdefault: [
    "/ key preset?",
    (dict, [key, preset]) => {
      if (getEntry(dict, key!) === undefined) setEntry(dict, key!, preset ?? null);
      return getEntry(dict, key!)!;
    },
  ],
  update: [
    "*",
    (dict, _, { positional, named }) => {
      const [other] = bindArgs({ positional, named: new Map() }, "other?");
      if (other !== undefined) for (const [key, value] of readPairs(other)) setEntry(dict, key, value);
      for (const [key, value] of named) dict.set(key, value);
      return null;
    },
  ],
};

function makeView(kind: "dict_keys" | "dict_values" | "dict_items", items: Value[]): Value {
  return makeSequence(kind, items, `${kind}(${writeLiteral(items)})`);
}

/** The keys and values of a dict, or of pairs. */
export function readPairs(value: Value): [Value, Value][] {
  if (value instanceof Map) return [...value];
  if (value instanceof Undefined) return refuseUndefined(value);
  return iterate(value).map((pair) => {
    const [key, item, ...more] = iterate(pair);
    return key === undefined || item === undefined || more.length > 0 ? fail("expected pairs") : [key, item];
  });
}

/** The methods of a tuple. */
export const TUPLE_METHODS: Record<string, Method<Tuple>> = {
  count: ["/ value", (items, [value]) => BigInt(items.filter((item) => isEqual(item, value!)).length)],
  index: ["/ value start? stop?", findIndex],
};

/** A method that changes the list or dict, and returns nothing. */
function changing<Of>(signature: string, change: (of: Of, values: (Value | undefined)[]) => unknown): Method<Of> {
  return [
    signature,
    (of, values) => {
      change(of, values);
      return null;
    },
  ];
}

/** The methods of a list; most of them change it. */
export const LIST_METHODS: Record<string, Method<Value[]>> = {
  count: ["/ value", (list, [value]) => BigInt(list.filter((item) => isEqual(item, value!)).length)],
  index: ["/ value start? stop?", findIndex],
  append: changing("/ value", (list, [value]) => list.push(value!)),
  extend: [
    "/ values",
    (list, [values]) => {
      for (const value of iterate(values!)) list.push(value);
      needSmall(list);
      return null;
    },
  ],
  insert: changing("/ index value", (list, [index, value]) => list.splice(toInteger(index), 0, value!)),
  remove: changing("/ value", (list, [value]) => list.splice(Number(findIndex(list, [value])), 1)),
  clear: changing("/", (list) => list.splice(0)),
  reverse: changing("/", (list) => list.splice(0, list.length, ...list.toReversed())),
  copy: ["/", (list) => [...list]],
  pop: [
    "/ index?",
    (list, [index]) => {
      const at = toInteger(index, -1);
      const value = list.at(at) ?? (list.at(at) === null ? null : fail("pop index out of range"));
      list.splice(at, 1);
      return value;
    },
  ],
  sort: [
    "*",
    (list, _, { positional, named }) => {
      if (positional.length > 0) return fail("the arguments of sort are named");
      const [key = null, reverse = false] = bindArgs({ positional, named }, "key? reverse?");
      const keys = new Map(list.map((item, index) => [index, key === null ? item : callFunction(key, [item])]));
      const order = [...keys.keys()].toSorted((a, b) => {
        const [left, right] = isTrue(reverse) ? [b, a] : [a, b];
        return orderValues(keys.get(left)!, keys.get(right)!);
      });
      list.splice(0, list.length, ...order.map((index) => list[index]!));
      return null;
    },
  ],
};

function findIndex(items: Value[], [value, start, stop]: (Value | undefined)[]): Value {
  const at = (index: Value | undefined, preset: number): number => {
    const number = toInteger(index, preset);
    return number < 0 ? Math.max(0, number + items.length) : number;
  };
  const [from, to] = [at(start, 0), at(stop, items.length)];
  const found = items.findIndex((item, index) => index >= from && index < to && isEqual(item, value!));
  return found < 0 ? fail("the value is not in the list") : BigInt(found);
}
