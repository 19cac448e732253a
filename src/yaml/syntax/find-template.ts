/** A broken rule → the template that breaks it: `{{ name }}` or `{% if %}` that nothing has filled in. */
import type { YamlProblem } from "../yaml-problem.js";
import { adviseQuotesFrom, startOfLine } from "./show-text.js";

/** The problem in words if a template begins in its line, outside of quotes, at its place or in front of it; or null. */
export function findTemplate(text: string, at: number): YamlProblem | null {
  const start = startOfLine(text, at);
  const line = text.slice(start, at + 2);
  for (const { index } of line.matchAll(/(?<![^\s:,[{-])\{[{%]/g)) {
    if (!isInQuotes(line.slice(0, index))) return explainTemplate(text, start + index);
  }
  return null;
}

/** The problem in words of the template that begins at a place. */
export function explainTemplate(text: string, position: number): YamlProblem {
  const sign = text.slice(position, position + 2);
  const reason = `\`${sign}\` outside of quotes begins a mapping of YAML`;
  const fix = sign === "{{" ? adviseQuotesFrom(text, position) : "replace the template with what it stands for";
  return { position, reason, fix, isTemplate: true };
}

/** By the number of quotes, which is right for a line that a person wrote. */
function isInQuotes(before: string): boolean {
  return ["'", '"'].some((quote) => before.split(quote).length % 2 === 0);
}
