import { readParams, toInteger } from "./read-args.js";
import { Scope } from "./scope.js";
import { Callable, Namespace, TemplateRefusal, fail, iterate, type Args, type Value } from "./values.js";
import { writeValue } from "./write-value.js";

const MOST_NUMBERS = 100_000;

/** The functions that every template has (jinja2/defaults.py). */
export function makeGlobals(): Scope {
  const scope = new Scope(null);
  const functions: Record<string, (args: Args) => Value> = {
    range: makeRange,
    dict: makeDict,
    namespace: makeNamespace,
    joiner: makeJoiner,
  };
  for (const [name, call] of Object.entries(functions)) scope.set(name, new Callable(name, call));
  for (const name of ["cycler", "lipsum"]) {
    const refuse = (): never => {
      throw new TemplateRefusal("unsupported", `the function \`${name}\``);
    };
    scope.set(name, new Callable(name, refuse));
  }
  return scope;
}

function makeRange({ positional }: Args): Value {
  const [first, second, third] = positional.map((value) => toInteger(value));
  const [start, stop] = second === undefined ? [0, first ?? fail("range needs an argument")] : [first!, second];
  const step = third ?? 1;
  if (step === 0) return fail("the step of range is zero");
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (count > MOST_NUMBERS) throw new TemplateRefusal("unsupported", "the loops are too long");
  return Array.from({ length: count }, (_, index) => BigInt(start + index * step));
}

function makeDict({ positional: [pairs], named }: Args): Value {
  const dict = new Map<Value, Value>(pairs instanceof Map ? pairs : []);
  if (pairs !== undefined && !(pairs instanceof Map)) {
    for (const pair of iterate(pairs)) dict.set(iterate(pair)[0]!, iterate(pair)[1]!);
  }
  for (const [name, value] of named) dict.set(name, value);
  return dict;
}

function makeNamespace(args: Args): Value {
  const namespace = new Namespace();
  for (const [name, value] of makeDict(args) as Map<Value, Value>) namespace.attributes.set(writeValue(name), value);
  return namespace;
}

function makeJoiner(args: Args): Value {
  const { sep = ", " } = readParams(args, ["sep"]);
  let used = false;
  return new Callable("joiner", () => {
    const text = used ? sep : "";
    used = true;
    return text;
  });
}
