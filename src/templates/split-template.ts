/** A template → its texts, and the tokens of its tags: the syntax of Jinja 3.1 with cloud-init's settings. */
import { readTokens, type Token } from "./read-tokens.js";
import { TemplateRefusal } from "./template-refusal.js";

/** A piece of a template; `at` is its position. */
export type Segment =
  { kind: "text"; text: string; at: number } | { kind: "print" | "block"; tokens: Token[]; at: number };

const RAW_BEGIN = /\{%[-+]?\s*raw\s*(?:-%\}\s*|%\})/y;
const RAW_END = /\{%([-+]?)\s*endraw\s*(?:\+%\}|-%\}\s*|%\}\n?)/g;
const COMMENT_END = /\+#\}|-#\}\s*|#\}\n?/g;

/**
 * Splits the template. `trim_blocks` is set: a line end directly behind a block or comment is dropped (cloud-init's
 * templater.py, detect_template).
 *
 * @throws {TemplateRefusal} `syntax`
 */
export function splitTemplate(source: string): Segment[] {
  const segments: Segment[] = [];
  let position = 0;
  const addText = (end: number, { strip }: { strip: boolean }): void => {
    const text = source.slice(position, end);
    segments.push({ kind: "text", text: strip ? text.trimEnd() : text, at: position });
  };
  while (position < source.length) {
    const begin = findTag(source, position);
    addText(begin, { strip: source[begin + 2] === "-" });
    if (begin === source.length) break;
    position = begin;
    const raw = matchAt(RAW_BEGIN, source, begin);
    if (raw !== null) {
      position += raw[0].length;
      // Jinja accepts what is open where the template ends.
      if (position === source.length) break;
      const end = searchFrom(RAW_END, source, position);
      if (end === null)
        throw new TemplateRefusal("syntax", "`{% raw %}` is not closed: `{% endraw %}` is missing", begin);
      addText(end.index, { strip: end[1] === "-" });
      position = end.index + end[0].length;
    } else if (source[begin + 1] === "#") {
      if (/^\{#[-+]?$/.test(source.slice(begin, begin + 4))) break;
      const end = searchFrom(COMMENT_END, source, begin + (/[-+]/.test(source[begin + 2] ?? "") ? 3 : 2));
      if (end === null) throw new TemplateRefusal("syntax", "the comment `{#` is not closed with `#}`", begin);
      position = end.index + end[0].length;
    } else {
      const kind = source[begin + 1] === "{" ? "print" : "block";
      const start = begin + (/[-+]/.test(source[begin + 2] ?? "") ? 3 : 2);
      const { tokens, end } = readTokens(source, start, kind);
      if (end === null) throw new TemplateRefusal("syntax", UNCLOSED[kind], begin);
      segments.push({ kind, tokens, at: begin });
      position = end;
    }
  }
  return segments;
}

const UNCLOSED = { print: "`{{` is not closed with `}}`", block: "`{%` is not closed with `%}`" };

function findTag(source: string, from: number): number {
  const found = source.slice(from).search(/\{[{%#]/);
  return found < 0 ? source.length : from + found;
}

function matchAt(pattern: RegExp, source: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(source);
}

function searchFrom(pattern: RegExp, source: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(source);
}
