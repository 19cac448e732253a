/** What makes a text invalid, and where. */

/** The rule that is broken; the comments say how PyYAML words it. */
export type SyntaxRule =
  /** special characters are not allowed */
  | "character"
  /** could not find expected ':' */
  | "key-without-colon"
  /** sequence entries are not allowed here */
  | "item-here"
  /** mapping keys are not allowed here */
  | "key-here"
  /** mapping values are not allowed here */
  | "value-here"
  /** found character that cannot start any token */
  | "token-start"
  /** found unexpected end of stream, or document separator, in a quoted scalar */
  | "quote-open"
  /** found unknown escape character */
  | "escape"
  /** expected chomping or indentation indicators */
  | "block-header"
  /** while scanning an alias */
  | "alias-name"
  /** while scanning an anchor */
  | "anchor-name"
  /** while scanning a tag */
  | "tag"
  /** found undefined tag handle */
  | "tag-handle"
  /** while scanning a directive */
  | "directive"
  /** expected '<document start>' */
  | "document-start"
  /** while parsing a block node, expected the node content */
  | "block-node"
  /** while parsing a flow node, expected the node content */
  | "flow-node"
  /** while parsing a block collection, expected <block end> */
  | "block-list"
  /** while parsing a block mapping, expected <block end> */
  | "block-mapping"
  /** while parsing a flow sequence, expected ',' or ']' */
  | "flow-list"
  /** while parsing a flow mapping, expected ',' or '}' */
  | "flow-mapping"
  /** found undefined alias */
  | "alias-undefined"
  /** found duplicate anchor */
  | "anchor-repeated";

/** The first problem of a text. */
export interface SyntaxProblem {
  rule: SyntaxRule;
  /** The offset where reading stops. */
  at: number;
  /** The offset where the key, quote, bracket or collection begins in which it stops; `at` if there is none. */
  from: number;
  /** The offset of the last scalar in front of `at`; null if there is none, or if the rule is not of a collection. */
  lastScalar: number | null;
}

/** Ends the scan of an invalid text; only `findSyntaxProblem` catches it. */
export class ScanEnd extends Error {
  readonly problem: SyntaxProblem;

  constructor(problem: SyntaxProblem) {
    super(problem.rule);
    this.problem = problem;
  }
}

/** @throws {ScanEnd} always */
export function fail(rule: SyntaxRule, at: number, from = at): never {
  throw new ScanEnd({ rule, at, from, lastScalar: null });
}
