import { isEqual } from "./dict.js";
import { Callable, Undefined, fail, makeTuple, orElse, type Tuple, type Value } from "./values.js";

/** The attributes of `loop` for the item with this index (jinja2/runtime.py, LoopContext). */
export function makeLoop(
  items: Value[],
  index: number,
  depth: number,
  changes: { last: Value | undefined },
): Map<Value, Value> {
  const count = items.length;
  const neighbour = (at: number): Value => orElse(items[at], () => new Undefined(null, null, null));
  return new Map<Value, Value>([
    ["index", BigInt(index + 1)],
    ["index0", BigInt(index)],
    ["revindex", BigInt(count - index)],
    ["revindex0", BigInt(count - index - 1)],
    ["first", index === 0],
    ["last", index === count - 1],
    ["length", BigInt(count)],
    ["depth", BigInt(depth + 1)],
    ["depth0", BigInt(depth)],
    ["previtem", index === 0 ? neighbour(-1) : neighbour(index - 1)],
    ["nextitem", neighbour(index + 1)],
    [
      "cycle",
      new Callable("cycle", ({ positional }) => orElse(positional[index % positional.length], () => fail("no items"))),
    ],
    ["changed", new Callable("changed", ({ positional }) => hasChanged(changes, makeTuple(...positional)))],
  ]);
}

function hasChanged(changes: { last: Value | undefined }, value: Tuple): boolean {
  const changed = changes.last === undefined || !isEqual(changes.last, value);
  changes.last = value;
  return changed;
}
