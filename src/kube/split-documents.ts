/** The text of a manifest → the text ranges of its documents. */

/** From `start` up to, not including, `end`: offsets into the text. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * Splits as kubectl does: a JSON text into its values, a YAML text above its `---` lines (apimachinery,
 * util/yaml/decoder.go). The ranges together cover the text: a `---` line belongs to the document below it, and so do
 * comments and blank lines above the first document.
 */
export function splitDocuments(text: string): TextRange[] {
  return splitJson(text) ?? splitYaml(text);
}

/** Whether the text is only JSON: one object or several. */
export function isJsonText(text: string): boolean {
  return /^\s*\{/.test(text) && splitDocuments(text).every(({ start, end }) => isJson(text.slice(start, end)));
}

/** Where JSON begins below the comment lines, or null if the text is not JSON. */
export function findJson(text: string): number | null {
  const [head] = /^(?:\ufeff?[ \t]*(?:#.*)?(?:\r?\n|\r|$))*[ \t]*/.exec(text)!;
  return text[head.length] === "{" ? head.length : null;
}

const SEPARATOR = /^---(?=[ \t\r\n#]|$)/;

/** What can be read only if kubectl drops the `---` line. */
const BARE = /^---(?:#|[^\n]*\n\ufeff)/;

/** What can be read only if kubectl leaves the `---` line in front of it. */
const KEPT = /^---[^\n]*\n(?:---#|(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:\.\.\.|%))/;

/**
 * Puts `---` above a document that needs it in its place. kubectl drops a `---` line below other lines, and leaves it
 * in front of the document where it is the first line (apimachinery, util/yaml/decoder.go).
 */
export function separateDocument(document: string, isFirst: boolean): string {
  const isSeparated = isFirst ? !BARE.test(document) : SEPARATOR.test(document) && !KEPT.test(document);
  return isSeparated ? document : `---\n${document}`;
}

/** Null unless the text is two or more JSON values; YAML can read a single one. */
function splitJson(text: string): TextRange[] | null {
  const first = findJson(text);
  if (first === null) return null;
  const stretches: TextRange[] = [];
  for (let start = first; start < text.length;) {
    const end = findJsonEnd(text, start);
    if (end === null || !isJson(text.slice(start, end))) return null;
    const next = end + /^\s*/.exec(text.slice(end))![0].length;
    stretches.push({ start: stretches.length === 0 ? 0 : start, end: next });
    start = next;
  }
  return stretches.length > 1 ? stretches : null;
}

/** The offset behind the object that begins at `start`. */
function findJsonEnd(text: string, start: number): number | null {
  const tokens = /"(?:[^"\\]|\\.)*"|[{}]/gs;
  tokens.lastIndex = start;
  let depth = 0;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    if (token[0] === "{") depth += 1;
    if (token[0] === "}" && --depth === 0) return tokens.lastIndex;
  }
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * No YAML scalar can contain such a line (YAML 1.2 section 9.1.2), so it always separates two documents; but kubectl
 * ends lines with LF only, and reads the line itself, as the plain scalar `---#`, where nothing is above it.
 */
function splitYaml(text: string): TextRange[] {
  const starts = [0];
  let content = 0;
  for (const { 0: line, index } of text.matchAll(/(?<![^\n])---(?=[ \t\r\n#]|$)[^\n]*\n?/g)) {
    if (index === content && (index === 0 || line.startsWith("---#"))) continue;
    const isHead = content === 0 && !BARE.test(text.slice(index)) && isEmpty(text.slice(0, index));
    if (!isHead) starts.push(index);
    if (index > content) content = index + line.length;
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** Only comments, blank lines and directives. */
function isEmpty(text: string): boolean {
  return /^\ufeff?(?:[ \t]*(?:[#%].*)?(?:\r?\n|$))*$/.test(text);
}
