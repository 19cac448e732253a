/** A finding → what in its words is against the rules for words (CONTRIBUTING.md). */
import type { Finding } from "../../src/index.ts";

/** What a hint begins with. */
const VERBS =
  /^(?:add|begin|bundle|change|check|choose|close|compare|copy|create|declare|decode|delete|encode|fix|follow|get|indent|install|join|keep|leave|let|list|make|merge|move|name|number|put|raise|remove|rename|replace|rewrite|save|set|shorten|split|start|submit|use|write)\b/;

/** In characters, of which a name or value in backquotes counts for at most 40. */
const LONGEST = 100;

const PROPER_NAMES = /^(?:CRLF|Kubernetes|Linux|NUL|Python|YAML)\b/;

export function findWordProblems({ code, message, hint }: Pick<Finding, "code" | "message" | "hint">): string[] {
  const { length } = message.replace(/`([^`]{40})[^`]*`/g, "`$1`");
  const problems = [
    /^[a-z0-9`]/.test(message) || PROPER_NAMES.test(message) ? null : "begins with a capital letter",
    /[.!]$/.test(message) ? "ends like a sentence" : null,
    length > LONGEST ? `has ${length} characters` : null,
    (message.match(/`/g) ?? []).length % 2 === 1 ? "has an unpaired backquote" : null,
    hint === null || VERBS.test(hint) ? null : `the hint does not begin with a verb: ${hint}`,
    hint?.endsWith(".") ? "the hint ends in a full stop" : null,
  ];
  return problems.flatMap((problem) => (problem === null ? [] : [`${code}: ${message}: ${problem}`]));
}
