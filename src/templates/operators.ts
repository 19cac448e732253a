/** Operators of Python. */
import { formatPercent } from "./format-text.js";
import {
  TemplateRefusal,
  makeTuple,
  Tuple,
  Undefined,
  fail,
  isEqual,
  isNumber,
  iterate,
  refuseUndefined,
  toNumber,
  typeName,
  type Value,
} from "./values.js";

const MOST_CHARACTERS = 1_000_000;

/** `left SIGN right` for `+ - * / // % **`. */
export function calculate(sign: string, left: Value, right: Value): Value {
  for (const side of [left, right]) if (side instanceof Undefined) refuseUndefined(side);
  if (sign === "%" && typeof left === "string") return formatPercent(left, right);
  if (isNumber(left) && isNumber(right)) return calculateNumbers(sign, toNumber(left), toNumber(right));
  if (sign === "+") {
    if (typeof left === "string" && typeof right === "string") return left + right;
    if (left instanceof Tuple && right instanceof Tuple) return makeTuple(...left, ...right);
    if (isList(left) && isList(right)) return [...left, ...right];
  }
  if (sign === "*") {
    if (typeof right === "bigint") return repeat(left, right);
    if (typeof left === "bigint") return repeat(right, left);
  }
  return fail(`unsupported operand types for \`${sign}\`: ${typeName(left)} and ${typeName(right)}`);
}

function isList(value: Value): value is Value[] {
  return Array.isArray(value) && !(value instanceof Tuple);
}

function repeat(value: Value, count: bigint): Value {
  const times = Math.max(0, Number(count));
  if (typeof value !== "string" && !Array.isArray(value)) return fail("can't be multiplied");
  if (times * value.length > MOST_CHARACTERS) throw new TemplateRefusal("unsupported", "the values are too large");
  if (typeof value === "string") return value.repeat(times);
  const items = Array.from({ length: times }, () => [...value]).flat();
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
  return a ** b;
}

function calculateIntegers(sign: string, a: bigint, b: bigint): Value {
  if (sign === "+") return a + b;
  if (sign === "-") return a - b;
  if (sign === "*") return a * b;
  const rest = a % b;
  const rounded = rest !== 0n && rest < 0n !== b < 0n;
  if (sign === "//") return a / b - (rounded ? 1n : 0n);
  if (sign === "%") return rounded ? rest + b : rest;
  if (b < 0n) return Number(a) ** Number(b);
  if (b > 4096n) throw new TemplateRefusal("unsupported", "the values are too large");
  return a ** b;
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
  if (Array.isArray(left) && Array.isArray(right)) {
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
  if (typeof container === "string") {
    if (item instanceof Undefined) return refuseNonText(item);
    return typeof item === "string" ? container.includes(item) : refuseNonText(item);
  }
  return iterate(container).some((each) => isEqual(each, item));
}

function refuseNonText(item: Value): never {
  return fail(`\`in\` needs a text on its left side, not ${typeName(item)}`);
}
