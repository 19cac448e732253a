/** A broken rule → the template that breaks it: `{{ name }}`, `{% if %}`, `%{ if }` or `${name}` that nothing filled in. */
import type { YamlProblem } from "../yaml-problem.js";
import { adviseQuotesFrom, readRest, showText, startOfLine } from "./show-text.js";

/** The problem in words if a template begins in its line, outside of quotes, at its place or in front of it; or null. */
export function findTemplate(text: string, at: number): YamlProblem | null {
  const start = startOfLine(text, at);
  const foreign = explainForeign(text, start);
  if (foreign) return foreign;
  const line = text.slice(start, at + 2);
  for (const { index } of line.matchAll(/(?<![^\s:,[{-])\{[{%]/g)) {
    if (!isInQuotes(line.slice(0, index))) return explainTemplate(text, start + index);
  }
  return null;
}

/** The problem in words of the template that begins at a place. */
export function explainTemplate(text: string, position: number): YamlProblem {
  const sign = text.slice(position, position + 2);
  if (GO.test(text.slice(position)))
    return { position, reason: "`{{` begins an action of a Go template", fix: FILL_IN };
  const reason = `\`${sign}\` outside of quotes begins a mapping of YAML`;
  const fix = sign === "{{" ? adviseQuotesFrom(text, position) : "replace the template with what it stands for";
  return { position, reason, fix, isTemplate: true };
}

const FILL_IN = "bundle what the template becomes when it is filled in";

/** What Jinja does not have: a name that begins with a sign, and statements in `{{`. */
const GO = /^\{\{-?[ \t]*(?:[.$]|(?:if|else|end|range|with|block|define|template|include)\b)/;

/** A line that another language than Jinja has to fill in: Terraform's directive, or a name that stands for lines. */
function explainForeign(text: string, start: number): YamlProblem | null {
  const rest = readRest(text, start);
  const position = start + rest.search(/\S/);
  const line = rest.trim();
  if (line.startsWith("%{"))
    return { position, reason: "`%{` begins a directive of a Terraform template", fix: FILL_IN };
  if (!/^\$\{[^{}]+\}$/.test(line)) return null;
  return { position, reason: `nothing has filled in ${showText(line)}`, fix: FILL_IN };
}

/** By the number of quotes, which is right for a line that a person wrote. */
function isInQuotes(before: string): boolean {
  return ["'", '"'].some((quote) => before.split(quote).length % 2 === 0);
}
