/** Text that begins with a sign of YAML → what the sign means. */
import type { ProblemWords, YamlProblem } from "../yaml-problem.js";
import { lineBefore, adviseQuotesFrom } from "./show-text.js";
import type { SyntaxProblem } from "./syntax-problem.js";

/** The signs that mean something: a reference to a value, its name, its type. */
const MEANINGS: Readonly<Record<string, string>> = {
  "*": "an alias",
  "&": "an anchor",
  "!": "a tag",
};

/** The problem in words, at the sign. */
export function explainTextStart(text: string, { at, from }: SyntaxProblem): YamlProblem {
  const sign = text.charAt(from);
  if (text[at] === "\t") return { position: at, ...explainTab(text, at) };
  if (sign === "") return { position: at, reason: "a value is missing here", fix: "add the value" };
  const meaning = MEANINGS[sign];
  const shown = sign === "`" ? "a backquote" : `\`${sign}\``;
  const reason = meaning ? `text that begins with ${shown} is ${meaning}` : `text can't begin with ${shown}`;
  return { position: from, reason, fix: adviseQuotesFrom(text, from) };
}

function explainTab(text: string, at: number): ProblemWords {
  return lineBefore(text, at).trim() === ""
    ? { reason: "a tab in the indentation", fix: "indent the line with spaces instead of the tab" }
    : { reason: "a tab outside of quotes", fix: "replace the tab with spaces, or put the text in quotes" };
}
