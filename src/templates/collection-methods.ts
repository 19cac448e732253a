/** The methods of Python's dicts and lists. */
import { toInteger } from "./read-args.js";
import { orderValues } from "./operators.js";
import { makeTuple, Tuple, fail, isEqual, isTrue, iterate, type Args, type Dict, type Value } from "./values.js";

type Run = (args: Args) => Value;

/** The method `name` of the dict; null where it has none. */
export function findDictMethod(dict: Dict, name: string): Run | null {
  const methods: Record<string, Run> = {
    keys: () => [...dict.keys()],
    values: () => [...dict.values()],
    items: () => [...dict].map(([key, value]) => makeTuple(key, value)),
    get: ({ positional: [key, preset] }) => dict.get(key!) ?? preset ?? null,
    copy: () => new Map(dict),
    pop: ({ positional: [key, preset] }) => {
      const value = dict.get(key!) ?? preset ?? fail("the key does not exist");
      dict.delete(key!);
      return value;
    },
    setdefault: ({ positional: [key, preset = null] }) => {
      if (!dict.has(key!)) dict.set(key!, preset);
      return dict.get(key!)!;
    },
    update: ({ positional: [other], named }) => {
      if (other instanceof Map) for (const [key, value] of other) dict.set(key, value);
      for (const [key, value] of named) dict.set(key, value);
      return null;
    },
  };
  return Object.hasOwn(methods, name) ? methods[name]! : null;
}

/** The method `name` of the list; null where it has none. */
export function findListMethod(list: Value[], name: string): Run | null {
  const find = (value: Value | undefined): number => list.findIndex((item) => isEqual(item, value ?? null));
  const methods: Record<string, Run> = {
    index: ({ positional: [value] }) => {
      const index = find(value);
      return index < 0 ? fail("the value is not in the list") : BigInt(index);
    },
    count: ({ positional: [value] }) => BigInt(list.filter((item) => isEqual(item, value ?? null)).length),
    ...(list instanceof Tuple ? {} : changingMethods(list, find)),
  };
  return Object.hasOwn(methods, name) ? methods[name]! : null;
}

function changingMethods(list: Value[], find: (value: Value | undefined) => number): Record<string, Run> {
  return {
    append: nothing(({ positional: [value] }) => void list.push(value ?? fail("an argument is missing"))),
    extend: nothing(({ positional: [values] }) => void list.push(...iterate(values ?? null))),
    insert: nothing(({ positional: [index, value] }) => void list.splice(toInteger(index), 0, value ?? null)),
    remove: nothing(({ positional: [value] }) => {
      const index = find(value);
      if (index < 0) fail("the value is not in the list");
      list.splice(index, 1);
    }),
    clear: nothing(() => void list.splice(0)),
    reverse: nothing(() => void list.splice(0, list.length, ...list.toReversed())),
    sort: nothing(({ named }) => {
      list.sort(orderValues);
      if (isTrue(named.get("reverse") ?? false)) list.splice(0, list.length, ...list.toReversed());
    }),
    copy: () => [...list],
    pop: ({ positional: [index] }) => list.splice(toInteger(index, -1), 1)[0] ?? fail("pop from empty list"),
  };
}

/** A method that changes the list and returns nothing. */
function nothing(change: (args: Args) => void): Run {
  return (args) => {
    change(args);
    return null;
  };
}
