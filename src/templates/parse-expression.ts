import type { CallArgs, Expression } from "./nodes.js";
import type { TokenReader } from "./token-reader.js";
import { TemplateRefusal } from "./template-refusal.js";

/** Reads an expression in the precedence of Jinja 3.1 (jinja2/parser.py). */
export function parseExpression(tokens: TokenReader, { choice = true }: { choice?: boolean } = {}): Expression {
  return choice ? parseChoice(tokens) : parseOr(tokens);
}

/** Several expressions with commas make a tuple. */
export function parseTuple(
  tokens: TokenReader,
  options: { choice?: boolean; inParentheses?: boolean } = {},
): Expression {
  const { at } = tokens;
  const items: Expression[] = [];
  let isTuple = false;
  while (!tokens.ended && !tokens.is(")") && !tokens.is("recursive") && !(items.length > 0 && tokens.is("if"))) {
    items.push(parseExpression(tokens, options));
    if (!tokens.skip(",")) break;
    isTuple = true;
  }
  if (items.length === 1 && !isTuple) return items[0]!;
  if (items.length === 0 && !options.inParentheses) tokens.refuse("an expression is missing");
  return { kind: "tuple", items, at };
}

function parseChoice(tokens: TokenReader): Expression {
  let yes = parseOr(tokens);
  while (tokens.is("if")) {
    const { at } = tokens;
    tokens.next();
    const test = parseOr(tokens);
    yes = { kind: "choice", test, yes, no: tokens.skip("else") ? parseChoice(tokens) : null, at };
  }
  return yes;
}

function parseOr(tokens: TokenReader): Expression {
  return parseBinary(tokens, ["or"], parseAnd);
}

function parseAnd(tokens: TokenReader): Expression {
  return parseBinary(tokens, ["and"], parseNot);
}

function parseNot(tokens: TokenReader): Expression {
  const { at } = tokens;
  return tokens.skip("not") ? { kind: "unary", sign: "not", of: parseNot(tokens), at } : parseCompare(tokens);
}

function parseCompare(tokens: TokenReader): Expression {
  const { at } = tokens;
  const first = parseSum(tokens);
  const rest: { sign: string; right: Expression }[] = [];
  for (;;) {
    const sign = ["==", "!=", "<", "<=", ">", ">=", "in"].find((each) => tokens.is(each));
    if (sign !== undefined) tokens.next();
    else if (tokens.is("not") && tokens.peek()?.text === "in") {
      tokens.next();
      tokens.next();
    } else break;
    rest.push({ sign: sign ?? "not in", right: parseSum(tokens) });
  }
  return rest.length === 0 ? first : { kind: "compare", first, rest, at };
}

function parseSum(tokens: TokenReader): Expression {
  return parseBinary(tokens, ["+", "-"], parseJoin);
}

function parseJoin(tokens: TokenReader): Expression {
  const { at } = tokens;
  const items = [parseProduct(tokens)];
  while (tokens.skip("~")) items.push(parseProduct(tokens));
  return items.length === 1 ? items[0]! : { kind: "join", items, at };
}

function parseProduct(tokens: TokenReader): Expression {
  return parseBinary(tokens, ["*", "/", "//", "%"], parsePower);
}

function parsePower(tokens: TokenReader): Expression {
  return parseBinary(tokens, ["**"], parseUnary);
}

function parseBinary(tokens: TokenReader, signs: string[], parseNext: (tokens: TokenReader) => Expression): Expression {
  let left = parseNext(tokens);
  for (;;) {
    const { at } = tokens;
    const sign = signs.find((each) => tokens.skip(each));
    if (sign === undefined) return left;
    left = { kind: "binary", sign, left, right: parseNext(tokens), at };
  }
}

function parseUnary(tokens: TokenReader, withFilter = true): Expression {
  const { at } = tokens;
  const sign = (["-", "+"] as const).find((each) => tokens.skip(each));
  const node: Expression =
    sign === undefined
      ? parsePostfix(tokens, parsePrimary(tokens))
      : { kind: "unary", sign, of: parseUnary(tokens, false), at };
  return withFilter ? parseFilters(tokens, sign === undefined ? node : parsePostfix(tokens, node)) : node;
}

const CONSTANTS = new Map<string, boolean | null>(
  Object.entries({ true: true, True: true, false: false, False: false, none: null, None: null }),
);

function parsePrimary(tokens: TokenReader): Expression {
  const token = tokens.next("a value");
  const { at } = token;
  if (token.kind === "integer" || token.kind === "float") return { kind: "value", value: token.value, at };
  if (token.kind === "name") {
    const constant = CONSTANTS.get(token.text);
    return constant === undefined ? { kind: "name", name: token.text, at } : { kind: "value", value: constant, at };
  }
  if (token.kind === "string") {
    let value = token.text;
    while (tokens.current?.kind === "string") value += tokens.next().text;
    return { kind: "value", value, at };
  }
  if (token.text === "(") {
    const inner = parseTuple(tokens, { inParentheses: true });
    tokens.expect(")");
    return inner;
  }
  if (token.text === "[") return { kind: "list", items: parseItems(tokens, "]", () => parseExpression(tokens)), at };
  if (token.text === "{") {
    const entries = parseItems(tokens, "}", (): [Expression, Expression] => {
      const key = parseExpression(tokens);
      tokens.expect(":");
      return [key, parseExpression(tokens)];
    });
    return { kind: "dict", entries, at };
  }
  throw new TemplateRefusal("syntax", `unexpected \`${token.text}\``, at);
}

function parseItems<Item>(tokens: TokenReader, end: string, parseItem: () => Item): Item[] {
  const items: Item[] = [];
  while (!tokens.is(end)) {
    if (items.length > 0) tokens.expect(",");
    if (tokens.is(end)) break;
    items.push(parseItem());
  }
  tokens.expect(end);
  return items;
}

function parsePostfix(tokens: TokenReader, base: Expression): Expression {
  let node = base;
  for (;;) {
    const { at } = tokens;
    if (tokens.skip(".")) {
      const token = tokens.next("a name");
      if (token.kind === "name") node = { kind: "attribute", of: node, name: token.text, at: token.at };
      else if (token.kind === "integer") {
        node = { kind: "item", of: node, key: { kind: "value", value: token.value, at }, at };
      } else throw new TemplateRefusal("syntax", `expected a name behind the dot, got \`${token.text}\``, token.at);
    } else if (tokens.skip("[")) node = parseSubscript(tokens, node, at);
    else if (tokens.is("(")) node = { kind: "call", of: node, args: parseArgs(tokens), at };
    else return node;
  }
}

function parseSubscript(tokens: TokenReader, of: Expression, at: number): Expression {
  const keys: Expression[] = [];
  while (!tokens.is("]")) {
    if (keys.length > 0) tokens.expect(",");
    const parts: (Expression | null)[] = [tokens.is(":") ? null : parseExpression(tokens)];
    while (tokens.skip(":")) parts.push(isSliceEnd(tokens) ? null : parseExpression(tokens));
    if (parts.length > 3) tokens.refuse("a slice has three parts at most");
    if (parts.length > 1 && tokens.skip("]")) return { kind: "slice", of, parts, at };
    if (parts.length > 1) throw new TemplateRefusal("unsupported", "a slice in several dimensions", at);
    keys.push(parts[0]!);
  }
  tokens.expect("]");
  const key: Expression = keys.length === 1 ? keys[0]! : { kind: "tuple", items: keys, at };
  return { kind: "item", of, key, at };
}

function isSliceEnd(tokens: TokenReader): boolean {
  return tokens.is("]") || tokens.is(":") || tokens.is(",");
}

function parseFilters(tokens: TokenReader, base: Expression): Expression {
  let node = base;
  for (;;) {
    const { at } = tokens;
    if (tokens.is("|")) node = parseFilter(tokens, node);
    else if (tokens.skip("is")) node = parseTest(tokens, node, at);
    else if (tokens.is("(")) node = { kind: "call", of: node, args: parseArgs(tokens), at };
    else return node;
  }
}

/** Reads filters, the first of them without `|` where `of` is null. */
export function parseFilter(tokens: TokenReader, of: Expression | null): Expression {
  let node = of;
  do {
    if (node !== null || of !== null) tokens.expect("|");
    const { at } = tokens;
    const name = parseDottedName(tokens);
    node = { kind: "filter", of: node, name, args: tokens.is("(") ? parseArgs(tokens) : NO_ARGS, at };
  } while (tokens.is("|"));
  return node;
}

function parseDottedName(tokens: TokenReader): string {
  let name = tokens.expectName();
  while (tokens.skip(".")) name += `.${tokens.expectName()}`;
  return name;
}

const NO_ARGS: CallArgs = { positional: [], named: [], rest: null, namedRest: null };

function parseTest(tokens: TokenReader, of: Expression, at: number): Expression {
  const negated = tokens.skip("not");
  const name = parseDottedName(tokens);
  let args = NO_ARGS;
  if (tokens.is("(")) args = parseArgs(tokens);
  else if (tokens.startsValue()) {
    if (tokens.is("is")) tokens.refuse("tests can't be chained with `is`");
    args = { ...NO_ARGS, positional: [parsePostfix(tokens, parsePrimary(tokens))] };
  }
  const test: Expression = { kind: "test", of, name, args, at };
  return negated ? { kind: "unary", sign: "not", of: test, at } : test;
}

/** Reads the arguments of a call, with their parentheses. */
function parseArgs(tokens: TokenReader): CallArgs {
  const args: CallArgs = { positional: [], named: [], rest: null, namedRest: null };
  tokens.expect("(");
  parseItems(tokens, ")", () => {
    if (tokens.skip("*")) args.rest = parseExpression(tokens);
    else if (tokens.skip("**")) args.namedRest = parseExpression(tokens);
    else if (tokens.current?.kind === "name" && tokens.peek()?.text === "=") {
      const name = tokens.expectName();
      tokens.next();
      args.named.push([name, parseExpression(tokens)]);
    } else {
      if (args.named.length > 0) tokens.refuse("a positional argument is behind a named one");
      args.positional.push(parseExpression(tokens));
    }
  });
  return args;
}
