/** A broken rule of YAML → what it means to the person who wrote the text. */
import type { ProblemWords, YamlProblem } from "../yaml-problem.js";
import { explainCollection } from "./explain-collection.js";
import { explainColon, explainKey } from "./explain-key.js";
import { explainTextStart } from "./explain-text-start.js";
import { adviseQuotesFrom } from "./show-text.js";
import { findTemplate } from "./find-template.js";
import type { SyntaxProblem } from "./syntax-problem.js";

/** The place that helps most, which is one of the two that PyYAML names, with the reason and the fix. */
export function explainProblem(text: string, problem: SyntaxProblem): YamlProblem {
  // A key without a colon is noticed only behind its line.
  const at = problem.rule === "key-without-colon" ? problem.from : problem.at;
  return findTemplate(text, at) ?? explainRule(text, problem);
}

function explainRule(text: string, problem: SyntaxProblem): YamlProblem {
  const { rule, at, from } = problem;
  switch (rule) {
    case "character":
      return { position: at, ...explainCharacter(text.codePointAt(at)!) };
    case "key-without-colon":
      return explainKey(text, problem);
    case "value-here":
      return explainColon(text, problem);
    case "item-here":
    case "key-here":
      return { position: at, ...explainIndicator(text, at) };
    case "quote-open":
      return {
        position: from,
        reason: "the quote that opens here is never closed",
        fix: `add the closing \`${text[from]}\``,
      };
    case "escape":
      return { position: at, ...explainEscape(text.charAt(at)) };
    case "block-header":
      return {
        position: at,
        reason: `the text of \`${text[from]}\` begins on the next line`,
        fix: `move the text to the next line, or ${adviseQuotesFrom(text, from)}`,
      };
    case "anchor-repeated":
      return {
        position: at,
        reason: `the anchor \`${/^&[\w-]*/.exec(text.slice(at))![0]}\` is set twice`,
        fix: "rename one of the two anchors",
      };
    case "directive":
      return {
        position: at,
        reason: "a line that begins with `%` is a directive of YAML",
        fix: `indent the line, or ${adviseQuotesFrom(text, from)}`,
      };
    case "alias-name":
    case "alias-undefined":
    case "anchor-name":
    case "tag":
    case "tag-handle":
    case "token-start":
    case "block-node":
      return explainTextStart(text, problem);
    default:
      return explainCollection(text, problem);
  }
}

function explainCharacter(code: number): ProblemWords {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return { reason: `YAML does not allow the character ${name}`, fix: "delete the character" };
}

function explainIndicator(text: string, at: number): ProblemWords {
  const sign = text.charAt(at);
  const what = sign === "-" ? "a list" : "a mapping";
  return {
    reason: `${what} can't begin behind other text`,
    fix: `begin it on the next line, or ${adviseQuotesFrom(text, at)}`,
  };
}

function explainEscape(escaped: string): ProblemWords {
  const reason = `\`\\${escaped}\` means nothing inside double quotes`;
  return { reason, fix: escaped === "/" ? "write `/`" : `write \`\\\\${escaped}\`, or use single quotes` };
}
