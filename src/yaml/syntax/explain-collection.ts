/** Something in a list or mapping that can't be there → what a person did. */
import type { ProblemWords, YamlProblem } from "../yaml-problem.js";
import { isSameLine, lineBefore, lineNumber, readRest, adviseQuotesFrom, showText, startOfLine } from "./show-text.js";
import type { SyntaxProblem } from "./syntax-problem.js";

/** The problem in words: an open bracket where it opens, the rest where it is. */
export function explainCollection(text: string, problem: SyntaxProblem): YamlProblem {
  const { rule, at } = problem;
  const place = { position: at };
  if (rule === "flow-list" || rule === "flow-mapping") return explainFlow(text, problem);
  if (rule === "flow-node") return explainFlowNode(text, problem);
  const sign = text.charAt(at);
  if (sign === "]" || sign === "}") {
    const opening = sign === "]" ? "[" : "{";
    return { ...place, reason: `\`${sign}\` closes nothing`, fix: `delete it, or add the \`${opening}\`` };
  }
  const behind = explainBehind(text, problem);
  if (behind) return { ...place, ...behind };
  if (rule === "document-start") return { ...place, ...explainDocumentStart(text, at) };
  return { ...place, ...explainIndentation(text, problem) };
}

function explainFlow(text: string, problem: SyntaxProblem): YamlProblem {
  const { at, from } = problem;
  const open = text.charAt(from);
  const close = open === "[" ? "]" : "}";
  if (!isSameLine(text, at, from)) {
    return {
      position: from,
      reason: `\`${open}\` opens here, and a comma or \`${close}\` is missing`,
      fix:
        at >= text.trimEnd().length
          ? `add the closing \`${close}\``
          : `add \`${close}\`, or a comma in front of line ${lineNumber(text, at)}`,
    };
  }
  if (text[at] === "?") {
    return { position: at, reason: "text with `?` inside brackets needs quotes", fix: "put the text in quotes" };
  }
  const behind = explainBehind(text, problem);
  if (behind) return { position: at, ...behind };
  return {
    position: at,
    reason: `a comma or \`${close}\` is missing here`,
    fix: `add \`,\` or \`${close}\` in front of ${showText(readRest(text, at))}`,
  };
}

function explainFlowNode(text: string, { at, from }: SyntaxProblem): YamlProblem {
  const sign = text.charAt(at);
  const open = text.charAt(from);
  if (sign === "") {
    const close = open === "[" ? "]" : "}";
    return {
      position: from,
      reason: `\`${open}\` opens here and is never closed`,
      fix: `add the closing \`${close}\``,
    };
  }
  const place = { position: at };
  if (sign === ",") return { ...place, reason: "nothing in front of the comma", fix: "delete the comma" };
  return {
    ...place,
    reason: `\`${sign}\` can't follow inside of \`${open}\``,
    fix: `close the \`${open}\` of line ${lineNumber(text, from)} in front of it, or ${adviseQuotesFrom(text, at)}`,
  };
}

/** Text that follows a closing quote or bracket on its line, or null. */
function explainBehind(text: string, { at, lastScalar }: SyntaxProblem): ProblemWords | null {
  const before = lineBefore(text, at).trimEnd();
  const last = before.at(-1) ?? "";
  if (last === "]" || last === "}") {
    return {
      reason: `text behind a closing \`${last}\``,
      fix: `put the whole text in quotes, or delete ${showText(readRest(text, at))}`,
    };
  }
  if (lastScalar === null || !["'", '"'].includes(last) || text[lastScalar] !== last) return null;
  if (!isSameLine(text, lastScalar, at)) {
    const line = lineNumber(text, lastScalar);
    return { reason: `the quote of line ${line} ends here`, fix: `close the quote in line ${line}` };
  }
  if (text[at] === ",") return { reason: "a comma behind a closing quote", fix: "put brackets around the list" };
  return {
    reason: "text behind a closing quote",
    fix: `put the whole text in one pair of quotes, with \`${last === "'" ? "''" : '\\"'}\` for each quote inside`,
  };
}

function explainDocumentStart(text: string, at: number): ProblemWords {
  if (text.charAt(at) === "") {
    return { reason: "a directive (`%`) without content below it", fix: "put the line in quotes, or delete it" };
  }
  return lineBefore(text, at) === "" && /^[ ]+\S/m.test(text.slice(0, at))
    ? { reason: "the lines above are indented, and this one is not", fix: "indent all top-level keys alike" }
    : { reason: "something behind the end of the content", fix: `delete ${showText(readRest(text, at))}, or move it` };
}

/** A line whose indentation, or kind, fits neither what is above nor what is around it. */
function explainIndentation(text: string, { rule, at, from }: SyntaxProblem): ProblemWords {
  const [line, first] = [lineNumber(text, at), lineNumber(text, from)];
  const column = from - startOfLine(text, from);
  const own = at - startOfLine(text, at);
  const kind = rule === "block-list" ? "list" : "mapping";
  if (column !== own) {
    return {
      reason: "the indentation fits no line above",
      fix: `indent line ${line} as line ${first}, or as another line above`,
    };
  }
  return kind === "list"
    ? {
        reason: "a line that is indented as the list items above",
        fix: `begin it with \`- \`, or indent it as the key of the list`,
      }
    : { reason: "a list item (`-`) among keys", fix: "indent the list below its key, and give the key no other value" };
}
