import { findFilter } from "./apply-filter.js";
import type { FilterSet } from "./filter.js";
import type { CallArgs, Expression, Statement } from "./nodes.js";
import { isTest } from "./tests.js";
import { TemplateRefusal } from "./template-refusal.js";

/**
 * Refuses filters that are not among `filters`, and tests that Jinja does not have, as it does before it renders; those
 * that a condition may skip only when they are reached (jinja2/compiler.py, soft_frame).
 */
export function checkNames(body: readonly Statement[], filters: FilterSet): void {
  for (const statement of body) checkStatement(statement, filters);
}

function checkStatement(statement: Statement, filters: FilterSet): void {
  switch (statement.kind) {
    case "print":
    case "set":
    case "do":
      return checkExpression(statement.value, filters);
    case "include":
      return checkExpression(statement.name, filters);
    case "if":
      return statement.branches.forEach(({ test }) => test !== null && checkExpression(test, filters));
    case "for":
      checkExpression(statement.items, filters);
      if (statement.test !== null) checkExpression(statement.test, filters);
      return checkNames([...statement.body, ...statement.otherwise], filters);
    case "capture":
    case "filter":
      if (statement.filter !== null) checkExpression(statement.filter, filters);
      return checkNames(statement.body, filters);
    case "with":
      statement.values.forEach(({ value }) => checkExpression(value, filters));
      return checkNames(statement.body, filters);
    case "scope":
    case "block":
      return checkNames(statement.body, filters);
    case "macro":
    case "callBlock":
      return checkNames(statement.macro.body, filters);
    case "text":
    case "load":
      return undefined;
  }
}

function checkExpression(node: Expression, filters: FilterSet): void {
  if (node.kind === "filter") findFilter(filters, node.name, node.at);
  if (node.kind === "test" && !isTest(node.name)) {
    throw new TemplateRefusal("syntax", `unknown test \`${node.name}\``, node.at);
  }
  for (const child of childrenOf(node)) checkExpression(child, filters);
}

function childrenOf(node: Expression): Expression[] {
  switch (node.kind) {
    case "value":
    case "name":
    case "choice":
      return [];
    case "list":
    case "tuple":
    case "join":
      return node.items;
    case "dict":
      return node.entries.flat();
    case "item":
      return [node.of, node.key];
    case "attribute":
    case "slice":
    case "unary":
      return [node.of];
    case "call":
    case "filter":
    case "test":
      return [...(node.of === null ? [] : [node.of]), ...argsOf(node.args)];
    case "binary":
      return [node.left, node.right];
    case "compare":
      return [node.first, ...node.rest.map(({ right }) => right)];
  }
}

function argsOf({ positional, named }: CallArgs): Expression[] {
  return [...positional, ...named.map(([, value]) => value)];
}
