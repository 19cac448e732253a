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

/** No YAML scalar can contain such a line (YAML 1.2 section 9.1.2), so it always separates two documents. */
function splitYaml(text: string): TextRange[] {
  const separators = [...text.matchAll(/^---(?=[ \t\r\n#]|$)/gm)].map(({ index }) => index);
  const isHead = separators[0] !== undefined && isEmpty(text.slice(0, separators[0]));
  const starts = [0, ...separators.slice(isHead ? 1 : 0)];
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** Only comments, blank lines and directives. */
function isEmpty(text: string): boolean {
  return /^\ufeff?(?:[ \t]*(?:[#%].*)?(?:\r?\n|$))*$/.test(text);
}
