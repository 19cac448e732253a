import { parseExpression } from "./parse-expression.js";
import type { Statement } from "./nodes.js";
import type { TokenReader } from "./token-reader.js";

/** Reads `{% include NAME [ignore missing] [with context|without context] %}` behind its word. */
export function readInclude(tokens: TokenReader, at: number): Statement {
  const name = parseExpression(tokens);
  const ignoresMissing = tokens.skip("ignore");
  if (ignoresMissing) tokens.expect("missing");
  const isolated = tokens.skip("without");
  if (isolated || tokens.skip("with")) tokens.expect("context");
  tokens.expectEnd();
  return { kind: "include", name, ignoresMissing, hasContext: !isolated, at };
}
