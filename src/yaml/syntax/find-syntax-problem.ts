/** A YAML text → the first thing in it that a reader rejects, and where; without its values. */
import { GRAMMAR, type State } from "./grammar.js";
import type { Reader, Token } from "./scan-state.js";
import { scanTokens } from "./scan-tokens.js";
import { fail, ScanEnd, type SyntaxProblem, type SyntaxRule } from "./syntax-problem.js";

/** The first problem, or null. */
export function findSyntaxProblem(text: string, reader: Reader): SyntaxProblem | null {
  try {
    checkCharacters(text);
    const check = startCheck(reader);
    for (const token of scanTokens(text, reader)) checkToken(token, check);
    return null;
  } catch (error) {
    if (error instanceof ScanEnd) return error.problem;
    throw error;
  }
}

/** PyYAML rejects these characters everywhere, even in comments (reader.py, NON_PRINTABLE). */
function checkCharacters(text: string): void {
  const position = text.search(/[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  if (position !== -1) fail("character", position);
}

interface Check {
  reader: Reader;
  /** What is expected, the next one last, and the offset where the collection around it begins. */
  states: { state: State; from: number }[];
  /** The anchor and the tag in front of the next node. */
  properties: Token[];
  /** The offset of the last scalar. */
  lastScalar: number | null;
  /** The anchors of the document, with their offsets. */
  anchors: Map<string, number>;
  /** The handles of tags that the document declares. */
  handles: Set<string>;
  /** The names of the directives above the next document, with the handle of a tag. */
  directives: Set<string>;
}

function startCheck(reader: Reader): Check {
  const states: Check["states"] = [{ state: "stream", from: 0 }];
  return {
    reader,
    states,
    properties: [],
    lastScalar: null,
    anchors: new Map(),
    handles: new Set(),
    directives: new Set(),
  };
}

/** A token may end several states. */
function checkToken(token: Token, check: Check): void {
  if (token.type === "---" || token.type === "...") startDocument(check);
  while (!takeStep(token, check));
  if (token.type === "directive") noteDirective(token, check);
  if (token.type === "scalar") check.lastScalar = token.start;
}

function startDocument(check: Check): void {
  check.anchors.clear();
  check.handles = new Set([...check.directives].map((directive) => directive.slice("TAG ".length)));
  check.directives.clear();
}

/** Whether the token is used up. */
function takeStep(token: Token, check: Check): boolean {
  const { state, from } = check.states.pop()!;
  const isNode = NODES.has(state);
  if (isNode && takeProperty(token, check)) {
    check.states.push({ state, from });
    return true;
  }
  const { on, other } = GRAMMAR[state];
  const step = on[token.type] ?? other;
  const hasProperties = check.properties.length > 0;
  check.properties = [];
  // A node may consist of its anchor and tag; an alias has none.
  if (hasProperties && (typeof step === "string" || token.type === "alias")) return false;
  if (typeof step === "string") failStep(step, token, from, check);
  if (isNode && token.type === "alias" && !check.anchors.has(token.name!)) fail("alias-undefined", token.start);
  const start = isNode && step.isTaken ? token.start : from;
  for (const next of step.next) check.states.push({ state: next, from: start });
  return step.isTaken;
}

/** Rules of collections name the place where the collection begins. */
function failStep(rule: SyntaxRule, { start }: Token, from: number, { lastScalar }: Check): never {
  if (!ENCLOSED.has(rule)) fail(rule, start);
  throw new ScanEnd({ rule, at: start, from, lastScalar });
}

const NODES = new Set<State>(["node", "value node", "flow node"]);

const ENCLOSED = new Set<SyntaxRule>(["block-list", "block-mapping", "flow-list", "flow-mapping", "flow-node"]);

/** A node has at most one anchor and one tag. */
function takeProperty(token: Token, { reader, properties, anchors, handles }: Check): boolean {
  const { type, start, name } = token;
  if ((type !== "anchor" && type !== "tag") || properties.some((other) => other.type === type)) return false;
  properties.push(token);
  if (type === "anchor") {
    const first = anchors.get(name!);
    if (first !== undefined && reader === "PyYAML") fail("anchor-repeated", start, first);
    anchors.set(name!, start);
  } else if (name && !["!", "!!"].includes(name) && !handles.has(name)) fail("tag-handle", start);
  return true;
}

function noteDirective({ directive, start }: Token, { directives }: Check): void {
  const { name, value } = directive!;
  if (name !== "YAML" && name !== "TAG") return;
  const key = name === "YAML" ? name : `${name} ${value}`;
  if (directives.has(key) || (name === "YAML" && value !== "1")) fail("directive", start);
  directives.add(key);
}
