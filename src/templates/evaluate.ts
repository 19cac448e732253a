/** The value of an expression. */
import { applyFilter } from "./apply-filter.js";
import { needSmall } from "./budget.js";
import { makeDict } from "./dict.js";
import { findMethod } from "./methods.js";
import type { CallArgs, Expression } from "./nodes.js";
import { calculate, compareValues, contains } from "./operators.js";
import type { Scope } from "./scope.js";
import { getItem, getSlice, refuseSpecial } from "./subscript.js";
import { applyTest } from "./tests.js";
import { TemplateRefusal } from "./template-refusal.js";
import {
  Callable,
  Namespace,
  makeTuple,
  Undefined,
  fail,
  isNumber,
  isTrue,
  iterate,
  orElse,
  refuseUndefined,
  toNumber,
  typeName,
  type Args,
  type Value,
} from "./values.js";
import { writeValue } from "./write-value.js";

/**
 * Calculates `expression` with the names in `scope`, as Jinja does.
 *
 * @throws {TemplateRefusal} where Python raises an exception; its position is that of the innermost expression
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  try {
    return compute(expression, scope);
  } catch (error) {
    if (error instanceof TemplateRefusal) error.at ??= expression.at;
    if (error instanceof RangeError) throw new TemplateRefusal("unsupported", "values of this size", expression.at);
    throw error;
  }
}

function compute(node: Expression, scope: Scope): Value {
  const value = (of: Expression): Value => evaluate(of, scope);
  switch (node.kind) {
    case "value":
      return node.value;
    case "name":
      return getName(node, scope);
    case "list":
      return node.items.map(value);
    case "tuple":
      return makeTuple(...node.items.map(value));
    case "dict":
      return makeDict(node.entries.map(([key, item]) => [value(key), value(item)] as const));
    case "attribute":
      return getAttribute(value(node.of), node, pathOf(node));
    case "item":
      return getItem(value(node.of), value(node.key), { path: pathOf(node), at: node.at });
    case "slice":
      return getSlice(
        value(node.of),
        node.parts.map((part) => (part === null ? null : value(part))),
        node.at,
      );
    case "call":
      return callValue(value(node.of), readArgs(node.args, scope));
    case "filter":
      if (node.of === null) return fail("a filter without a value");
      return applyFilter(scope.filters, node.name, value(node.of), readArgs(node.args, scope), node.at);
    case "test":
      return applyTest(node.name, value(node.of), readArgs(node.args, scope), { at: node.at, filters: scope.filters });
    case "unary":
      return applySign(node.sign, value(node.of));
    case "binary":
      if (node.sign === "and")
        return keepIf(
          value(node.left),
          (left) => !isTrue(left),
          () => value(node.right),
        );
      if (node.sign === "or") return keepIf(value(node.left), isTrue, () => value(node.right));
      return calculate(node.sign, value(node.left), value(node.right));
    case "join":
      return needSmall(node.items.map((item) => writeValue(value(item))).join(""));
    case "compare": {
      let left = value(node.first);
      return node.rest.every(({ sign, right: other }) => {
        const right = value(other);
        const holds = compare(sign, left, right);
        left = right;
        return holds;
      });
    }
    case "choice":
      if (isTrue(value(node.test))) return value(node.yes);
      return node.no === null ? new Undefined(null, null, node.at, true) : value(node.no);
  }
}

function getName({ name, at }: { name: string; at: number }, scope: Scope): Value {
  const value = scope.get(name);
  if (value !== undefined) return value;
  if (name === "self") throw new TemplateRefusal("unsupported", "the name `self`", at);
  return new Undefined(name, name, at);
}

function keepIf(left: Value, keep: (left: Value) => boolean, other: () => Value): Value {
  return keep(left) ? left : other();
}

function compare(sign: string, left: Value, right: Value): boolean {
  if (sign === "in") return contains(right, left);
  if (sign === "not in") return !contains(right, left);
  return compareValues(sign, left, right);
}

function applySign(sign: "-" | "+" | "not", value: Value): Value {
  if (sign === "not") return !isTrue(value);
  if (value instanceof Undefined) return refuseUndefined(value);
  if (!isNumber(value)) return fail("bad operand type for unary operator");
  const number = toNumber(value);
  return sign === "-" ? -number : number;
}

/** How the attribute or item is written, such as `ds.meta_data.region`; null for other expressions. */
function pathOf(node: Expression): string | null {
  if (node.kind === "name") return node.name;
  if (node.kind !== "attribute" && node.kind !== "item") return null;
  const outer = pathOf(node.of);
  if (outer === null) return null;
  if (node.kind === "attribute") return `${outer}.${node.name}`;
  return node.key.kind === "value"
    ? `${outer}[${typeof node.key.value === "string" ? `'${node.key.value}'` : node.key.value}]`
    : null;
}

/** Python's attribute, such as a method, or else the item (jinja2/environment.py, getattr). */
function getAttribute(of: Value, { name, at }: { name: string; at: number }, path: string | null): Value {
  if (name.startsWith("__")) return refuseSpecial(at);
  if (of instanceof Undefined) return refuseUndefined(of);
  if (of instanceof Namespace) return orElse(of.attributes.get(name), () => new Undefined(name, path, at));
  if (of instanceof Callable) return orElse(of.attributes.get(name), () => new Undefined(name, path, at));
  return findMethod(of, name) ?? getItem(of, name, { path, at });
}

/** Calls `callee`, if it can be called. */
export function callValue(callee: Value, args: Args): Value {
  if (callee instanceof Undefined) return refuseUndefined(callee);
  return callee instanceof Callable ? callee.call(args) : fail(`${typeName(callee)} object is not callable`);
}

/** The values of the arguments of a call. */
export function readArgs({ positional, named, rest, namedRest }: CallArgs, scope: Scope): Args {
  const values = positional.map((each) => evaluate(each, scope));
  if (rest !== null) values.push(...iterate(evaluate(rest, scope)));
  const names = new Map(named.map(([name, each]) => [name, evaluate(each, scope)]));
  const more = namedRest === null ? null : evaluate(namedRest, scope);
  if (more instanceof Map) for (const [name, each] of more) names.set(String(name), each);
  return { positional: values, named: names };
}
