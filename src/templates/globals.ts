import { needSize } from "./budget.js";
import { readPairs } from "./collection-methods.js";
import { makeDict, setEntry } from "./dict.js";
import type { FilterSet } from "./filter.js";
import { bindArgs, toInteger } from "./read-args.js";
import { Scope } from "./scope.js";
import { TemplateRefusal } from "./template-refusal.js";
import { Callable, Namespace, fail, makeSequence, type Args, type Dict, type Value } from "./values.js";
import { writeValue } from "./write-value.js";

/** The functions that every template has (jinja2/defaults.py), with the filters that it can use. */
export function makeGlobals(filters: FilterSet): Scope {
  const scope = new Scope(filters);
  const functions: Record<string, (args: Args) => Value> = {
    range: makeRange,
    dict: joinDict,
    namespace: makeNamespace,
    joiner: makeJoiner,
    cycler: makeCycler,
    lipsum: () => {
      throw new TemplateRefusal("unsupported", "the function `lipsum`");
    },
  };
  for (const [name, call] of Object.entries(functions)) scope.set(name, new Callable(name, call));
  return scope;
}

function makeRange(args: Args): Value {
  const [first, second, third] = bindArgs(args, "/ start stop? step?").map((value) =>
    value === undefined ? undefined : toInteger(value),
  );
  const [start, stop] = second === undefined ? [0, first!] : [first!, second];
  const step = third ?? 1;
  if (step === 0) return fail("the step of range is zero");
  const count = Math.max(0, Math.ceil((stop - start) / step));
  needSize(count);
  const items = Array.from({ length: count }, (_, index) => BigInt(start + index * step));
  return makeSequence("range", items, `range(${start}, ${stop}${step === 1 ? "" : `, ${step}`})`);
}

function joinDict({ positional, named }: Args): Dict {
  const [pairs = new Map()] = bindArgs({ positional, named: new Map() }, "/ pairs?");
  const dict = makeDict(readPairs(pairs));
  for (const [name, value] of named) setEntry(dict, name, value);
  return dict;
}

function makeNamespace(args: Args): Value {
  const namespace = new Namespace();
  for (const [name, value] of joinDict(args)) namespace.attributes.set(writeValue(name), value);
  return namespace;
}

function makeJoiner(args: Args): Value {
  const [sep = ", "] = bindArgs(args, "sep?");
  let used = false;
  return new Callable("joiner", () => {
    const text = used ? sep : "";
    used = true;
    return text;
  });
}

function makeCycler({ positional: items }: Args): Value {
  if (items.length === 0) return fail("at least one item has to be provided");
  const cycler = new Namespace();
  let next = 0;
  const set = (index: number): void => {
    next = index % items.length;
    cycler.attributes.set("current", items[next]!);
  };
  cycler.attributes.set(
    "next",
    new Callable("next", () => {
      const item = items[next]!;
      set(next + 1);
      return item;
    }),
  );
  cycler.attributes.set("reset", new Callable("reset", () => (set(0), null)));
  set(0);
  return cycler;
}
