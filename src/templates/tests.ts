/** The tests of Jinja 3.1: what can stand behind `is`. */
import { hasFilter } from "./apply-filter.js";
import type { FilterSet } from "./filter.js";
import { calculate, compareValues, contains } from "./operators.js";
import { bindArgs } from "./read-args.js";
import { TemplateRefusal } from "./template-refusal.js";
import { isEqual, needHashable } from "./dict.js";
import { Callable, Sequence, Undefined, isNumber, type Args, type Value } from "./values.js";
import { writeValue } from "./write-value.js";

/** A test: its parameters, as `bindArgs` reads them, and what it says of a value. */
type Check = [signature: string, run: (value: Value, argument: Value, filters: FilterSet) => boolean];

const compareWith = (sign: string): Check => ["other", (value, other) => compareValues(sign, value, other)];
const isEqualTo = compareWith("==");
const isOther = compareWith("!=");
const isGreater = compareWith(">");
const isAtLeast = compareWith(">=");
const isLess = compareWith("<");
const isAtMost = compareWith("<=");

const TESTS: Record<string, Check> = {
  defined: ["", (value) => !(value instanceof Undefined)],
  undefined: ["", (value) => value instanceof Undefined],
  none: ["", (value) => value === null],
  boolean: ["", (value) => typeof value === "boolean"],
  true: ["", (value) => value === true],
  false: ["", (value) => value === false],
  integer: ["", (value) => typeof value === "bigint"],
  float: ["", (value) => typeof value === "number"],
  number: ["", isNumber],
  string: ["", (value) => typeof value === "string"],
  mapping: ["", (value) => value instanceof Map],
  sequence: ["", (value) => isIterable(value) && !(value instanceof Sequence && value.kind !== "range")],
  iterable: ["", isIterable],
  callable: ["", (value) => value instanceof Callable || value instanceof Undefined],
  sameas: ["other", (value, other) => value === other],
  escaped: ["", () => false],
  lower: ["", (value) => isCase(value, "lower")],
  upper: ["", (value) => isCase(value, "upper")],
  odd: ["", (value) => isEqual(calculate("%", value, 2n), 1n)],
  even: ["", (value) => isEqual(calculate("%", value, 2n), 0n)],
  divisibleby: ["num", (value, number) => isEqual(calculate("%", value, number), 0n)],
  in: ["seq", (value, container) => contains(container, value)],
  filter: ["", (value, _, filters) => (typeof value === "string" ? hasFilter(filters, value) : isNoKey(value))],
  test: ["", (value) => (typeof value === "string" ? isTest(value) : isNoKey(value))],
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

/** Whether Jinja has a test of this name. */
export function isTest(name: string): boolean {
  return Object.hasOwn(TESTS, name);
}

/** `value is name(args)`; `at` is the place of the test, null where its expression is the place. */
export function applyTest(
  name: string,
  value: Value,
  args: Args,
  { at, filters }: { at: number | null; filters: FilterSet },
): boolean {
  if (!isTest(name)) throw new TemplateRefusal("syntax", `unknown test \`${name}\``, at);
  const [signature, run] = TESTS[name]!;
  const [argument = null] = bindArgs(args, signature);
  return run(value, argument, filters);
}

/** False, if the value could be a key. */
function isNoKey(value: Value): false {
  needHashable(value);
  return false;
}

function isIterable(value: Value): boolean {
  return Array.isArray(value) || typeof value === "string" || value instanceof Map || value instanceof Undefined;
}

function isCase(value: Value, wanted: "lower" | "upper"): boolean {
  const text = writeValue(value);
  return /\p{L}/u.test(text) && text === (wanted === "lower" ? text.toLowerCase() : text.toUpperCase());
}
