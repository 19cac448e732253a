/** Operators of Python. */
import { needSize, needSmall } from "./budget.js";
import { formatPercent } from "./format-percent.js";
import { TemplateRefusal } from "./template-refusal.js";
import { isEqual } from "./dict.js";
import {
  makeTuple,
  Tuple,
  Undefined,
  fail,
  isList,
  isNumber,
  iterate,
  refuseUndefined,
  toNumber,
  typeName,
  type Value,
} from "./values.js";

const MOST_BITS = 100_000;

/** `left SIGN right` for `+ - * / // % **`. */
export function calculate(sign: string, left: Value, right: Value): Value {
  if (sign === "%" && typeof left === "string") return formatPercent(left, right);
  for (const side of [left, right]) if (side instanceof Undefined) refuseUndefined(side);
  if (isNumber(left) && isNumber(right)) return calculateNumbers(sign, toNumber(left), toNumber(right));
  if (sign === "+") {
    if (typeof left === "string" && typeof right === "string") return needSmall(left + right);
    if (left instanceof Tuple && right instanceof Tuple) return makeTuple(...left, ...right);
    if (isList(left) && isList(right)) return needSmall([...left, ...right]);
  }
  if (sign === "*") {
    if (isInteger(right)) return repeat(left, Number(right));
    if (isInteger(left)) return repeat(right, Number(left));
  }
  return fail(`unsupported operand types for \`${sign}\`: ${typeName(left)} and ${typeName(right)}`);
}

function isInteger(value: Value): value is bigint | boolean {
  return typeof value === "bigint" || typeof value === "boolean";
}

function repeat(value: Value, count: number): Value {
  const times = Math.max(0, count);
  if (typeof value !== "string" && !isList(value) && !(value instanceof Tuple)) {
    return fail(`can't multiply ${typeName(value)} by an integer`);
  }
  needSize(times * value.length);
  if (typeof value === "string") return value.repeat(times);
  const items = value.length === 0 ? [] : Array.from({ length: times }, () => [...value]).flat();
  return value instanceof Tuple ? makeTuple(...items) : items;
}

function calculateNumbers(sign: string, left: bigint | number, right: bigint | number): Value {
  if (["/", "//", "%"].includes(sign) && Number(right) === 0) return fail("division by zero");
  if (typeof left === "bigint" && typeof right === "bigint" && sign !== "/")
    return calculateIntegers(sign, left, right);
  const [a, b] = [Number(left), Number(right)];
  if (sign === "+") return a + b;
  if (sign === "-") return a - b;
  if (sign === "*") return a * b;
  if (sign === "/") return a / b;
  if (sign === "//") return Math.floor(a / b);
  if (sign === "%") return a - b * Math.floor(a / b);
  return raise(a, b);
}

function calculateIntegers(sign: string, a: bigint, b: bigint): Value {
  if (sign === "+") return a + b;
  if (sign === "-") return a - b;
  if (sign === "*") return needShort(a * b);
  const rest = a % b === 0n ? 0n : a % b;
  const rounded = rest !== 0n && rest < 0n !== b < 0n;
  if (sign === "//") return a / b - (rounded ? 1n : 0n);
  if (sign === "%") return rounded ? rest + b : rest;
  if (b < 0n) return raise(Number(a), Number(b));
  if (b > 4096n) throw new TemplateRefusal("unsupported", "values of this size");
  return needShort(a ** b);
}

function needShort(number: bigint): bigint {
  if (BigInt.asIntN(MOST_BITS, number) !== number) throw new TemplateRefusal("unsupported", "values of this size");
  return number;
}

/** `a ** b` of floats. */
function raise(a: number, b: number): number {
  if (a === 0 && b < 0) return fail("0.0 cannot be raised to a negative power");
  const result = a ** b;
  if (Number.isNaN(result) && !Number.isNaN(a) && !Number.isNaN(b)) {
    throw new TemplateRefusal("unsupported", "complex numbers");
  }
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) return fail("the result is too large");
  return result;
}

/** `left SIGN right` for comparisons. */
export function compareValues(sign: string, left: Value, right: Value): boolean {
  if (sign === "==") return isEqual(left, right);
  if (sign === "!=") return !isEqual(left, right);
  const order = orderValues(left, right);
  if (sign === "<") return order < 0;
  if (sign === "<=") return order <= 0;
  return sign === ">" ? order > 0 : order >= 0;
}

/** Negative where `left` comes first. */
export function orderValues(left: Value, right: Value): number {
  for (const side of [left, right]) if (side instanceof Undefined) refuseUndefined(side);
  if (isNumber(left) && isNumber(right)) {
    const [a, b] = [toNumber(left), toNumber(right)];
    return a < b ? -1 : Number(a > b);
  }
  if (typeof left === "string" && typeof right === "string") return orderTexts(left, right);
  if ((isList(left) && isList(right)) || (left instanceof Tuple && right instanceof Tuple)) {
    const differing = left.findIndex((item, index) => index < right.length && !isEqual(item, right[index]!));
    return differing < 0 ? left.length - right.length : orderValues(left[differing]!, right[differing]!);
  }
  return fail(`${typeName(left)} and ${typeName(right)} can't be compared`);
}

/** By code points, as Python does. */
function orderTexts(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  const index = a.findIndex((character, each) => character !== b[each]);
  if (index < 0) return a.length - b.length;
  return index >= b.length ? 1 : a[index]!.codePointAt(0)! - b[index]!.codePointAt(0)!;
}

/** `item in container` */
export function contains(container: Value, item: Value): boolean {
  if (typeof container === "string") return typeof item === "string" ? container.includes(item) : refuseNonText(item);
  return iterate(container).some((each) => isEqual(each, item));
}

function refuseNonText(item: Value): never {
  return fail(`\`in\` needs a text on its left side, not ${typeName(item)}`);
}
