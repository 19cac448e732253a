/** What js-yaml throws at a text → the problem in words. */
import { YAMLException } from "js-yaml";
import { explainProblem } from "./syntax/explain-problem.js";
import { explainTextStart } from "./syntax/explain-text-start.js";
import { explainTemplate } from "./syntax/find-template.js";
import { findSyntaxProblem } from "./syntax/find-syntax-problem.js";
import type { Reader } from "./syntax/scan-state.js";
import type { YamlProblem } from "./yaml-problem.js";

/**
 * The place is the one that the reader names: js-yaml often goes on until nothing else is possible.
 *
 * @throws the error itself if it is not js-yaml's
 */
export function explainYamlError(text: string, error: unknown, reader: Reader): YamlProblem {
  if (!(error instanceof YAMLException)) throw error;
  const problem = findSyntaxProblem(text, reader);
  return problem ? explainProblem(text, problem) : explainOther(text, error);
}

/** What the reader's scanner and parser accept: problems of values, and the few forms that only js-yaml rejects. */
function explainOther(text: string, { reason, mark }: YAMLException): YamlProblem {
  const position = mark?.position ?? 0;
  if (text.startsWith("{{", position - 1)) return explainTemplate(text, position - 1);
  const [known] = /^!!\w+|/.exec(text.slice(position))!;
  if (known !== "") {
    return {
      position,
      reason: `the value is none that \`${known}\` can read`,
      fix: "change the value, or delete the tag",
    };
  }
  if (text[position] === "!") {
    return explainTextStart(text, { rule: "tag", at: position, from: position, lastScalar: null });
  }
  if (/^[^']*maxDepth/.test(reason)) {
    return {
      position,
      reason: "more than 100 lists and mappings inside of each other",
      fix: "write it with fewer levels",
    };
  }
  return { position, reason, fix: "rewrite the line" };
}
