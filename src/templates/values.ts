import { spend } from "./budget.js";
import { TemplateRefusal } from "./template-refusal.js";

/** The values of templates, as Python has them: an `int` is a bigint, a `float` a number, a `dict` a Map. */
export type Value = null | boolean | bigint | number | string | Value[] | Dict | Undefined | Callable | Namespace;

export type Dict = Map<Value, Value>;

/** Named and positional arguments of a call. */
export interface Args {
  positional: Value[];
  named: ReadonlyMap<string, Value>;
}

/** A macro, a method or a function of Jinja. */
export class Callable {
  constructor(
    readonly name: string,
    readonly call: (args: Args) => Value,
    /** Those of `loop`, where it can be called. */
    readonly attributes: ReadonlyMap<Value, Value> = new Map(),
  ) {}
}

/** What `namespace()` makes: its attributes can be set. */
export class Namespace {
  readonly attributes = new Map<string, Value>();
}

/** A list that Python writes in parentheses, and that can't be changed. */
export class Tuple extends Array<Value> {}

/** A list whose items have names too. */
export class NamedList extends Array<Value> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  byName: ReadonlyMap<string, Value> = new Map();
}

/** What `groupby` makes: a key and its items, which have names too. */
export class Group extends Tuple {}

/** The tuple with these items. */
export function makeTuple(...items: Value[]): Tuple {
  const tuple = new Tuple();
  tuple.push(...items);
  return tuple;
}

/** What is walked over as a list is, but is none: Python writes it in another way, and most of it has no index. */
export class Sequence extends Array<Value> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** A `generator` has no length either. */
  kind: "generator" | "range" | "dict_keys" | "dict_values" | "dict_items" = "generator";
  /** How Python writes it; null where the text has the address of the object in it. */
  written: string | null = null;
}

/** The sequence with these items; `written` as {@link Sequence} has it. */
export function makeSequence(kind: Sequence["kind"], items: readonly Value[], written: string | null = null): Sequence {
  const sequence = new Sequence();
  for (const item of items) sequence.push(item);
  return Object.assign(sequence, { kind, written });
}

/** What filters such as `map` and `select` return. */
export function makeGenerator(items: readonly Value[]): Sequence {
  return makeSequence("generator", items);
}

/** Whether the value is a list, of which others than lists are told apart. */
export function isList(value: Value): value is Value[] {
  return Array.isArray(value) && !(value instanceof Tuple) && !(value instanceof Sequence);
}

/** Whether the value is a generator, which has no length. */
export function isGenerator(value: Value): boolean {
  return value instanceof Sequence && value.kind === "generator";
}

/** A name or an item that does not exist; what is done with it decides whether rendering fails. */
export class Undefined {
  constructor(
    readonly name: string | null,
    /** The whole name as it is written, such as `ds.meta_data.region`. */
    readonly path: string | null,
    /** The position in the template; null for that of the expression. */
    readonly at: number | null,
    /** Whether nothing is written for it: for a choice without `else`. */
    readonly isBlank = false,
  ) {}
}

/** Ends rendering, because `value` does not exist and its value is needed. */
export function refuseUndefined(value: Undefined): never {
  const what = value.isBlank ? "the `if` has no `else`, and its value" : `\`${value.path ?? value.name ?? "a value"}\``;
  throw new TemplateRefusal("undefined", `${what} is undefined`, value.at, value);
}

let isStrict = false;

/** Runs `work` as Jinja does with its StrictUndefined: using a name that does not exist ends it. */
export function beStrict<Result>(work: () => Result): Result {
  const outer = isStrict;
  isStrict = true;
  try {
    return work();
  } finally {
    isStrict = outer;
  }
}

/** What a value that does not exist counts as; where {@link beStrict} holds, it ends rendering. */
export function useUndefined<Result>(value: Undefined, empty: Result): Result {
  return isStrict ? refuseUndefined(value) : empty;
}

/** Ends rendering, as an exception of Python does. */
export function fail(message: string): never {
  throw new TemplateRefusal("failed", message);
}

/** The value, or another where there is none; `null` is a value. */
export function orElse(value: Value | undefined, other: () => Value): Value {
  return value === undefined ? other() : value;
}

/** Whether Python takes the value as true. */
export function isTrue(value: Value): boolean {
  if (value instanceof Undefined) return useUndefined(value, false);
  if (Array.isArray(value)) return value.length > 0 || isGenerator(value);
  if (value instanceof Map) return value.size > 0;
  return Boolean(value);
}

/** Whether the value is a number; in Python, a boolean is one too. */
export function isNumber(value: Value): value is bigint | number | boolean {
  return typeof value === "bigint" || typeof value === "number" || typeof value === "boolean";
}

/** The number with which Python calculates. */
export function toNumber(value: bigint | number | boolean): bigint | number {
  return typeof value === "boolean" ? BigInt(value) : value;
}

/** The items that a loop over the value has. */
export function iterate(value: Value): Value[] {
  if (value instanceof Undefined) return useUndefined(value, []);
  if (Array.isArray(value)) {
    spend(value.length);
    return [...value];
  }
  if (value instanceof Map) return [...value.keys()];
  if (typeof value === "string") {
    spend(value.length);
    return [...value];
  }
  return fail(`${typeName(value)} object is not iterable`);
}

/** The name of the type in Python. */
export function typeName(value: Value): string {
  if (value === null) return "NoneType";
  if (value instanceof Tuple) return "tuple";
  if (value instanceof Sequence) return value.kind;
  if (Array.isArray(value)) return "list";
  if (value instanceof Map) return "dict";
  if (value instanceof Undefined) return "Undefined";
  if (value instanceof Namespace) return "Namespace";
  if (value instanceof Callable) return "function";
  return { boolean: "bool", bigint: "int", number: "float", string: "str" }[typeof value as "string"];
}

/** Calls what can be called. */
export function callFunction(callee: Value, positional: Value[]): Value {
  if (!(callee instanceof Callable)) return fail(`${typeName(callee)} object is not callable`);
  return callee.call({ positional, named: new Map() });
}
