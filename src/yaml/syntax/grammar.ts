/**
 * THE grammar of YAML 1.1's tokens (PyYAML, parser.py), as a table: what is expected, the next token → what is
 * expected then. It needs one token of lookahead.
 */
import type { TokenType } from "./scan-state.js";
import type { SyntaxRule } from "./syntax-problem.js";

export type State =
  | "stream"
  | "documents"
  | "directives"
  | "content"
  | "document end"
  | "node"
  | "value node"
  | "flow node"
  | "items"
  | "item"
  | "inner items"
  | "inner item"
  | "pairs"
  | "pair key"
  | "pair colon"
  | "pair value"
  | "[ first"
  | "[ item"
  | "[ next"
  | "[ pair key"
  | "[ pair colon"
  | "[ pair value"
  | "{ first"
  | "{ pair"
  | "{ next"
  | "{ pair key"
  | "{ pair colon"
  | "{ pair value";

/** What replaces the state, the next one last, and whether the token is used up. */
export interface Step {
  next: readonly State[];
  isTaken: boolean;
}

/** The steps by token, and the step or the broken rule for the others. */
export interface StateRules {
  on: Partial<Record<TokenType, Step>>;
  other: Step | SyntaxRule;
}

const taking = (...next: readonly State[]): Step => ({ next, isTaken: true });
const leaving = (...next: readonly State[]): Step => ({ next, isTaken: false });

/** The same step for several tokens. */
function each(types: readonly TokenType[], step: Step): Partial<Record<TokenType, Step>> {
  return Object.fromEntries(types.map((type) => [type, step]));
}

const FLOW_CONTENT = { alias: taking(), scalar: taking(), "[": taking("[ first"), "{": taking("{ first") };
const BLOCK_CONTENT = { ...FLOW_CONTENT, "block list": taking("items"), "block mapping": taking("pairs") };

const DOCUMENT_START = {
  directive: taking("directives"),
  "---": taking("documents", "document end", "content"),
};

/** A state with a node, except before tokens that leave it empty. */
function maybe(node: State, empty: readonly TokenType[], ...next: readonly State[]): StateRules {
  return { on: each(empty, leaving(...next)), other: leaving(...next, node) };
}

export const GRAMMAR: Readonly<Record<State, StateRules>> = {
  stream: maybe("node", ["directive", "---", "end"], "documents", "document end"),
  documents: {
    on: { ...DOCUMENT_START, "...": taking("documents"), end: taking() },
    other: "document-start",
  },
  directives: { on: DOCUMENT_START, other: "document-start" },
  content: maybe("node", ["directive", "---", "...", "end"]),
  "document end": { on: { "...": taking() }, other: leaving() },
  node: { on: BLOCK_CONTENT, other: "block-node" },
  // A list that is a value may begin at the column of its key.
  "value node": { on: { ...BLOCK_CONTENT, "-": leaving("inner items") }, other: "block-node" },
  "flow node": { on: FLOW_CONTENT, other: "flow-node" },
  items: { on: { "-": taking("item"), "block end": taking() }, other: "block-list" },
  item: maybe("node", ["-", "block end"], "items"),
  "inner items": { on: { "-": taking("inner item") }, other: leaving() },
  "inner item": maybe("node", ["-", "key", "value", "block end"], "inner items"),
  pairs: { on: { key: taking("pair key"), "block end": taking() }, other: "block-mapping" },
  "pair key": maybe("value node", ["key", "value", "block end"], "pair colon"),
  "pair colon": { on: { value: taking("pair value") }, other: leaving("pairs") },
  "pair value": maybe("value node", ["key", "value", "block end"], "pairs"),
  "[ first": { on: { "]": taking() }, other: leaving("[ item") },
  "[ item": { on: { key: taking("[ next", "[ pair key"), "]": taking() }, other: leaving("[ next", "flow node") },
  "[ next": { on: { ",": taking("[ item"), "]": taking() }, other: "flow-list" },
  "[ pair key": maybe("flow node", ["value", ",", "]"], "[ pair colon"),
  "[ pair colon": { on: { value: taking("[ pair value") }, other: leaving() },
  "[ pair value": maybe("flow node", [",", "]"]),
  "{ first": { on: { "}": taking() }, other: leaving("{ pair") },
  "{ pair": { on: { key: taking("{ pair key"), "}": taking() }, other: leaving("{ next", "flow node") },
  "{ next": { on: { ",": taking("{ pair"), "}": taking() }, other: "flow-mapping" },
  "{ pair key": maybe("flow node", ["value", ",", "}"], "{ pair colon"),
  "{ pair colon": { on: { value: taking("{ pair value") }, other: leaving("{ next") },
  "{ pair value": maybe("flow node", [",", "}"], "{ next"),
};
