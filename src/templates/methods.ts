/** The methods and attributes of Python's values. */
import { DICT_METHODS, LIST_METHODS, TUPLE_METHODS } from "./collection-methods.js";
import type { Method } from "./method.js";
import { bindArgs } from "./read-args.js";
import { TEXT_METHODS } from "./text-methods.js";
import { TemplateRefusal } from "./template-refusal.js";
import { Callable, Group, Sequence, Tuple, isList, makeTuple, type Value } from "./values.js";

/** The method or attribute `name` of `value`; null where it has none. */
export function findMethod(value: Value, name: string): Value | null {
  if (typeof value === "string") return bind(TEXT_METHODS, value, name);
  if (value instanceof Map) return bind(DICT_METHODS, value, name);
  if (value instanceof Group && name === "grouper") return value[0]!;
  if (value instanceof Group && name === "list") return value[1]!;
  if (value instanceof Tuple) return bind(TUPLE_METHODS, value, name);
  if (value instanceof Sequence) return refuseOf(value.kind, name);
  if (isList(value)) return bind(LIST_METHODS, value, name);
  if (typeof value === "boolean") return findOfInteger(BigInt(value), name);
  if (typeof value === "bigint") return findOfInteger(value, name);
  return typeof value === "number" ? findOfFloat(value, name) : null;
}

function bind<Of extends Value>(methods: Record<string, Method<Of>>, of: Of, name: string): Callable | null {
  if (!Object.hasOwn(methods, name)) return null;
  const [signature, run] = methods[name]!;
  return new Callable(name, (args) => run(of, bindArgs(args, signature), args));
}

function findOfInteger(value: bigint, name: string): Value | null {
  const size = value < 0n ? -value : value;
  const attributes: Record<string, Value> = { real: value, imag: 0n, numerator: value, denominator: 1n };
  if (Object.hasOwn(attributes, name)) return attributes[name]!;
  const methods: Record<string, Method<bigint>> = {
    bit_length: ["/", () => (size === 0n ? 0n : BigInt(size.toString(2).length))],
    bit_count: ["/", () => BigInt(size.toString(2).replaceAll("0", "").length)],
    conjugate: ["/", () => value],
    as_integer_ratio: ["/", () => makeTuple(value, 1n)],
    to_bytes: ["*", refuse("to_bytes")],
    from_bytes: ["*", refuse("from_bytes")],
  };
  return bind(methods, value, name);
}

function findOfFloat(value: number, name: string): Value | null {
  const attributes: Record<string, Value> = { real: value, imag: 0 };
  if (Object.hasOwn(attributes, name)) return attributes[name]!;
  const methods: Record<string, Method<number>> = {
    is_integer: ["/", () => Number.isInteger(value)],
    conjugate: ["/", () => value],
    as_integer_ratio: ["*", refuse("as_integer_ratio")],
    hex: ["*", refuse("hex")],
    fromhex: ["*", refuse("fromhex")],
  };
  return bind(methods, value, name);
}

const SEQUENCE_MEMBERS = new Set([
  "start",
  "stop",
  "step",
  "count",
  "index",
  "isdisjoint",
  "mapping",
  "send",
  "close",
  "throw",
]);

function refuseOf(kind: string, name: string): null {
  if (!SEQUENCE_MEMBERS.has(name)) return null;
  throw new TemplateRefusal("unsupported", `\`${name}\` of a ${kind}`);
}

function refuse(name: string): () => never {
  return () => {
    throw new TemplateRefusal("unsupported", `the method \`${name}\``);
  };
}
