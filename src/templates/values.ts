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

/** The tuple with these items. */
export function makeTuple(...items: Value[]): Tuple {
  const tuple = new Tuple();
  tuple.push(...items);
  return tuple;
}

/** A name or an item that does not exist; what is done with it decides whether rendering fails. */
export class Undefined {
  constructor(
    readonly name: string | null,
    /** The whole name as it is written, such as `ds.meta_data.region`. */
    readonly path: string | null,
    /** The position in the template. */
    readonly at: number,
    /** Whether nothing is written for it: for a choice without `else`. */
    readonly isBlank = false,
  ) {}
}

/** Why a template is refused. */
export type RefusalKind = "syntax" | "undefined" | "failed" | "unsupported";

/** The template can't be rendered: by cloud-init, or, if `unsupported`, by kubeboot. */
export class TemplateRefusal extends Error {
  /** The position in the template; null until it is known. */
  at: number | null;

  constructor(
    readonly kind: RefusalKind,
    message: string,
    at: number | null = null,
    readonly missing: Undefined | null = null,
  ) {
    super(message);
    this.at = at;
  }
}

/** Ends rendering, because `value` does not exist and its value is needed. */
export function refuseUndefined(value: Undefined): never {
  throw new TemplateRefusal("undefined", `\`${value.path ?? value.name ?? "a value"}\` is undefined`, value.at, value);
}

/** Ends rendering, as an exception of Python does. */
export function fail(message: string): never {
  throw new TemplateRefusal("failed", message);
}

/** Whether Python takes the value as true. */
export function isTrue(value: Value): boolean {
  if (value instanceof Undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  return Boolean(value);
}

/** `==` of Python. */
export function isEqual(left: Value, right: Value): boolean {
  if (left instanceof Undefined || right instanceof Undefined) {
    return left instanceof Undefined && right instanceof Undefined;
  }
  if (isNumber(left) && isNumber(right)) return toNumber(left) == toNumber(right);
  if (Array.isArray(left) && Array.isArray(right)) {
    const sameKind = left instanceof Tuple === right instanceof Tuple;
    return sameKind && left.length === right.length && left.every((item, index) => isEqual(item, right[index]!));
  }
  if (left instanceof Map && right instanceof Map) {
    return (
      left.size === right.size && [...left].every(([key, item]) => right.has(key) && isEqual(item, right.get(key)!))
    );
  }
  return left === right;
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
  if (value instanceof Undefined) return [];
  if (Array.isArray(value)) return [...value];
  if (value instanceof Map) return [...value.keys()];
  if (typeof value === "string") return [...value];
  return fail(`${typeName(value)} object is not iterable`);
}

/** The name of the type in Python. */
export function typeName(value: Value): string {
  if (value === null) return "NoneType";
  if (value instanceof Tuple) return "tuple";
  if (Array.isArray(value)) return "list";
  if (value instanceof Map) return "dict";
  if (value instanceof Undefined) return "Undefined";
  if (value instanceof Namespace) return "Namespace";
  if (value instanceof Callable) return "function";
  return { boolean: "bool", bigint: "int", number: "float", string: "str" }[typeof value as "string"];
}
