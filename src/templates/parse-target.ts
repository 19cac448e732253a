/** What tags declare: names that are assigned, and parameters. */
import { parseExpression } from "./parse-expression.js";
import type { Macro, Target } from "./nodes.js";
import { TemplateRefusal } from "./template-refusal.js";
import type { TokenReader } from "./token-reader.js";

/** The parameters of a macro, with their parentheses. */
export function readParams(tokens: TokenReader): Macro["params"] {
  const params: Macro["params"] = [];
  tokens.expect("(");
  while (!tokens.skip(")")) {
    if (params.length > 0) tokens.expect(",");
    const { at } = tokens;
    const name = tokens.expectName();
    needFree(name, at);
    if (params.some((param) => param.name === name)) tokens.refuse(`there are two parameters \`${name}\``);
    const preset = tokens.skip("=") ? parseExpression(tokens) : null;
    if (preset === null && params.at(-1)?.preset) tokens.refuse("a parameter without a default is behind one with it");
    params.push({ name, preset });
  }
  return params;
}

/** The names that are assigned. */
export function listNamesOf(target: Target): string[] {
  if (target.kind === "name") return [target.name];
  return target.kind === "names" ? target.targets.flatMap(listNamesOf) : [];
}

/** What is assigned; one name where it is `single`. */
export function readTarget(tokens: TokenReader, { single = false } = {}): Target {
  const targets = [readOneTarget(tokens)];
  if (single || !tokens.is(",")) return targets[0]!;
  while (tokens.skip(",")) targets.push(readOneTarget(tokens));
  return { kind: "names", targets };
}

function readOneTarget(tokens: TokenReader): Target {
  if (tokens.skip("(")) {
    const inner = readTarget(tokens);
    tokens.expect(")");
    return inner;
  }
  const { at } = tokens;
  const name = tokens.expectName();
  needFree(name, at);
  return tokens.skip(".") ? { kind: "attribute", of: name, name: tokens.expectName() } : { kind: "name", name };
}

function needFree(name: string, at: number): void {
  if (["true", "false", "none", "True", "False", "None"].includes(name)) {
    throw new TemplateRefusal("syntax", `\`${name}\` can't be assigned`, at);
  }
}
