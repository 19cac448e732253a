/** The tests of Jinja 3.1: what can stand behind `is`. */
import { compareValues, contains } from "./operators.js";
import {
  Callable,
  TemplateRefusal,
  Undefined,
  fail,
  isNumber,
  refuseUndefined,
  toNumber,
  type Args,
  type Value,
} from "./values.js";
import { writeValue } from "./write-value.js";

type Check = (value: Value, args: Args) => boolean;

const compareWith =
  (sign: string): Check =>
  (value, args) =>
    compareValues(sign, value, argumentOf(args));
const isEqualTo = compareWith("==");
const isOther = compareWith("!=");
const isGreater = compareWith(">");
const isAtLeast = compareWith(">=");
const isLess = compareWith("<");
const isAtMost = compareWith("<=");

const TESTS: Record<string, Check> = {
  defined: (value) => !(value instanceof Undefined),
  undefined: (value) => value instanceof Undefined,
  none: (value) => value === null,
  boolean: (value) => typeof value === "boolean",
  true: (value) => value === true,
  false: (value) => value === false,
  integer: (value) => typeof value === "bigint",
  float: (value) => typeof value === "number",
  number: isNumber,
  string: (value) => typeof value === "string",
  mapping: (value) => value instanceof Map,
  sequence: (value) =>
    Array.isArray(value) || typeof value === "string" || value instanceof Map || value instanceof Undefined,
  iterable: (value) =>
    Array.isArray(value) || typeof value === "string" || value instanceof Map || value instanceof Undefined,
  callable: (value) => value instanceof Callable || value instanceof Undefined,
  sameas: (value, args) => value === argumentOf(args),
  escaped: () => false,
  lower: (value) => isCase(value, "lower"),
  upper: (value) => isCase(value, "upper"),
  odd: (value) => remainder(value, 2n) === 1n,
  even: (value) => remainder(value, 2n) === 0n,
  divisibleby: (value, args) => {
    const by = argumentOf(args);
    return typeof by === "bigint" && by !== 0n ? remainder(value, by) === 0n : fail("expected an integer");
  },
  in: (value, args) => contains(argumentOf(args), value),
  eq: isEqualTo,
  equalto: isEqualTo,
  "==": isEqualTo,
  ne: isOther,
  "!=": isOther,
  gt: isGreater,
  greaterthan: isGreater,
  ">": isGreater,
  ge: isAtLeast,
  ">=": isAtLeast,
  lt: isLess,
  lessthan: isLess,
  "<": isLess,
  le: isAtMost,
  "<=": isAtMost,
};

/** Tests of Jinja that kubeboot does not have. */
const OTHERS = new Set(["filter", "test"]);

/** Whether Jinja has a test of this name. */
export function isTest(name: string): boolean {
  return Object.hasOwn(TESTS, name) || OTHERS.has(name);
}

/** `value is name(args)` */
export function applyTest(name: string, value: Value, args: Args, at: number): boolean {
  if (!isTest(name)) throw new TemplateRefusal("syntax", `unknown test \`${name}\``, at);
  if (OTHERS.has(name)) throw new TemplateRefusal("unsupported", `the test \`${name}\``, at);
  return TESTS[name]!(value, args);
}

function argumentOf({ positional: [value] }: Args): Value {
  return value === undefined ? fail("the test needs an argument") : value;
}

function isCase(value: Value, wanted: "lower" | "upper"): boolean {
  const text = writeValue(value);
  return /\p{L}/u.test(text) && text === (wanted === "lower" ? text.toLowerCase() : text.toUpperCase());
}

function remainder(value: Value, by: bigint): bigint {
  if (value instanceof Undefined) return refuseUndefined(value);
  const number = isNumber(value) ? toNumber(value) : fail("expected a number");
  if (typeof number !== "bigint") throw new TemplateRefusal("unsupported", "the remainder of a float");
  return ((number % by) + by) % by;
}
