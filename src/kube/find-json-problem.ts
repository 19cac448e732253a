/** A text that kubectl takes for JSON → the first thing in it that is not. */
import type { YamlProblem } from "../yaml/yaml-problem.js";
import { isJsonText } from "./split-documents.js";

/** Blanks and one token of JSON (RFC 8259). */
const TOKEN =
  /\s*(?:[{}[\]:]|,(?!\s*[}\]])|"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))/y;

/** The words for what is found instead, by how it begins. */
const WORDS: readonly (readonly [start: RegExp, reason: string, fix: string])[] = [
  [/^,/, "JSON takes no comma in front of a bracket", "delete the comma"],
  [/^---/, "the file begins as JSON, and YAML follows", "write every document as JSON"],
  [/^#/, "JSON takes no comments", "delete the comment"],
  [/^'/, "JSON takes double quotes only", "replace the single quotes with double quotes"],
  [/^\w/, "JSON takes no text without quotes", "put the text in double quotes"],
];

/** kubectl reads one value after the other, and submits those in front of the problem. */
export function findJsonProblem(text: string): YamlProblem | null {
  const position = findMismatch(text);
  if (position === null && isJsonText(text)) return null;
  const rest = text.slice(position ?? 0);
  const [, reason, fix] = WORDS.find(([start]) => start.test(rest)) ?? [
    null,
    "a file that begins with `{` is JSON",
    "write it as JSON",
  ];
  return { position: position ?? 0, reason, fix: `${fix}, or begin the file with \`---\` to have it read as YAML` };
}

/** The offset of the first token that is not JSON, or null. */
function findMismatch(text: string): number | null {
  TOKEN.lastIndex = 0;
  let end = 0;
  while (TOKEN.test(text)) end = TOKEN.lastIndex;
  const offset = end + text.slice(end).search(/\S|$/);
  return offset === text.length ? null : offset;
}
