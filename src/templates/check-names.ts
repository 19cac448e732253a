import type { CallArgs, Expression, Statement } from "./nodes.js";
import { isFilter } from "./is-filter.js";
import { isTest } from "./tests.js";
import { TemplateRefusal } from "./template-refusal.js";

/**
 * Refuses filters and tests that Jinja does not have, as it does before it renders; those that a condition may skip
 * only when they are reached (jinja2/compiler.py, soft_frame).
 */
export function checkNames(body: readonly Statement[]): void {
  body.forEach(checkStatement);
}

function checkStatement(statement: Statement): void {
  switch (statement.kind) {
    case "print":
    case "set":
    case "do":
      return checkExpression(statement.value);
    case "include":
      return checkExpression(statement.name);
    case "if":
      return statement.branches.forEach(({ test }) => test !== null && checkExpression(test));
    case "for":
      checkExpression(statement.items);
      if (statement.test !== null) checkExpression(statement.test);
      return checkNames([...statement.body, ...statement.otherwise]);
    case "capture":
    case "filter":
      if (statement.filter !== null) checkExpression(statement.filter);
      return checkNames(statement.body);
    case "with":
      statement.values.forEach(({ value }) => checkExpression(value));
      return checkNames(statement.body);
    case "scope":
    case "block":
      return checkNames(statement.body);
    case "macro":
    case "callBlock":
      return checkNames(statement.macro.body);
    case "text":
    case "load":
      return undefined;
  }
}

function checkExpression(node: Expression): void {
  if (node.kind === "filter" && !isFilter(node.name)) {
    throw new TemplateRefusal("syntax", `unknown filter \`${node.name}\``, node.at);
  }
  if (node.kind === "test" && !isTest(node.name)) {
    throw new TemplateRefusal("syntax", `unknown test \`${node.name}\``, node.at);
  }
  childrenOf(node).forEach(checkExpression);
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
