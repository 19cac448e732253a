/**
 * A manifest → what kubectl rejects in it although it is YAML. kubectl takes a text that begins with a brace for JSON,
 * splits any other at lines that begin with `---` (apimachinery, util/yaml/decoder.go), and reads each piece by
 * itself with go-yaml 2, which knows neither a directive without its document nor all of YAML 1.2.
 */
import { explainProblem } from "../yaml/syntax/explain-problem.js";
import { findSyntaxProblem } from "../yaml/syntax/find-syntax-problem.js";
import type { YamlProblem } from "../yaml/yaml-problem.js";
import { findJsonProblem } from "./find-json-problem.js";
import { splitDocuments } from "./split-documents.js";

/** The first problem of a text that `readManifest` reads, or null. */
export function findClientProblem(text: string): YamlProblem | null {
  if (/^\s*\{/.test(text)) return findJsonProblem(text);
  return findSeparator(text) ?? findDirective(text) ?? findGoSyntax(text);
}

/** Only a comment may follow `---` on its line. */
function findSeparator(text: string): YamlProblem | null {
  const match = /^---[ \t\r]*[^\s#]/m.exec(text);
  if (!match) return null;
  const position = match.index + match[0].length - 1;
  return { position, reason: "text behind `---` on its line", fix: "move it to the next line" };
}

/** A line of its own above the content of a document; the `---` below it would end that document. */
function findDirective(text: string): YamlProblem | null {
  let isAbove = true;
  for (const { 0: line, index } of text.matchAll(/^.*\n?/gm)) {
    if (line.startsWith("%") && isAbove) {
      return { position: index, reason: "a directive of YAML (`%`)", fix: "delete the line" };
    }
    if (line.startsWith("---")) isAbove = true;
    else if (!/^[ \t]*(?:#.*)?\r?\n?$/.test(line)) isAbove = false;
  }
  return null;
}

/** What the two parsers may read in different ways, so that nothing else is scanned twice. */
const SIGNS = /[\t\x7f]|\\[/uU]|^[^:\n\r]{1024,}:|^[ -]*:(?:\s|$)/m;

function hasSigns(text: string): boolean {
  return SIGNS.test(text) || (text.includes("?") && text.split(/[\n\r\u2028\u2029]/).some(hasKeySign));
}

/** A question mark behind an open bracket. */
function hasKeySign(line: string): boolean {
  const bracket = line.search(/(?:^|[\s:,[{-])[[{]/);
  return bracket !== -1 && line.includes("?", bracket);
}

function findGoSyntax(text: string): YamlProblem | null {
  if (!hasSigns(text)) return null;
  for (const { start, end } of splitDocuments(text)) {
    const source = text.slice(start, end);
    const problem = hasSigns(source) ? findSyntaxProblem(source, "go-yaml") : null;
    if (problem) {
      const { position, ...words } = explainProblem(source, problem);
      return { ...words, position: start + position };
    }
  }
  return null;
}
