/** A key without its colon, or a colon without its key → what is wrong with the line. */
import type { ProblemWords, YamlProblem } from "../yaml-problem.js";
import { adviseQuotes, lineBefore, lineNumber, readRest, showText, startOfLine } from "./show-text.js";
import type { SyntaxProblem } from "./syntax-problem.js";

/** A line among keys that is none: PyYAML's "could not find expected ':'". */
export function explainKey(text: string, { from }: SyntaxProblem): YamlProblem {
  const line = readRest(text, from);
  if (GLUED.test(line)) {
    return { position: from, reason: "no space behind the colon of a key", fix: separate(line) };
  }
  if (/^-[^-\s]/.test(line)) {
    const fix = `write ${showText(line.replace("-", "- "))}`;
    return { position: from, reason: "no space behind the `-` of a list item", fix };
  }
  return {
    position: from,
    reason: "a line among keys that has no `: `",
    fix: `indent ${showText(line)} if it belongs to the text above, or add the colon if it is a key`,
  };
}

/** A key without a space behind its colon, but not a URL. */
const GLUED = /^[\w.-]+:(?!\/\/)\S/;

function separate(line: string): string {
  return `write ${showText(line.replace(":", ": "))}`;
}

/** A colon behind something that is no key: PyYAML's "mapping values are not allowed here". */
export function explainColon(text: string, { at }: SyntaxProblem): YamlProblem {
  const line = lineBefore(text, at);
  const [head] = /^\s*(?:- +)*(?:[^\s'"#[{][^#]*?: +(?=\S))?/.exec(line)!;
  const value = readRest(text, startOfLine(text, at) + head.length);
  if (head.trimEnd().endsWith(":")) {
    return {
      position: at,
      reason: "text with `: ` needs quotes",
      fix: adviseQuotes(value, head.trimStart()),
    };
  }
  return { position: at, ...explainContinued(text, at, line) };
}

/** The text of the lines above goes on in this line, as it is indented further, or no key is above. */
function explainContinued(text: string, at: number, line: string): ProblemWords {
  const key = showText(`${line.trim().replace(/^(?:- +)+/, "")}:`);
  const above = findLineAbove(text, at);
  if (above === null) return { reason: "a colon without a key", fix: "put the text in quotes" };
  const where = `line ${lineNumber(text, above)}`;
  const content = readRest(text, above).trim();
  if (GLUED.test(content)) return { reason: `no space behind the colon in ${where}`, fix: separate(content) };
  return /:\s/.test(content)
    ? {
        reason: `${key} continues the value above`,
        fix: `indent ${key} as the key in ${where}, or delete the value there`,
      }
    : { reason: `${key} continues the text above, which has no colon`, fix: `add the missing colon in ${where}` };
}

/** The offset of the nearest line above with content, or null. */
function findLineAbove(text: string, at: number): number | null {
  for (let start = startOfLine(text, at); start > 0;) {
    start = startOfLine(text, start - 1);
    const line = readRest(text, start).trim();
    if (line !== "" && !line.startsWith("#")) return start;
  }
  return null;
}
