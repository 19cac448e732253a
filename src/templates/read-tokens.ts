import { TemplateRefusal } from "./template-refusal.js";

/** A word, number, string or sign in a tag. */
export type Token =
  | { kind: "name" | "string" | "sign"; text: string; at: number }
  | { kind: "integer"; value: bigint; text: string; at: number }
  | { kind: "float"; value: number; text: string; at: number };

const SPACE = /\s+/y;
const FLOAT = /(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+)/iy;
const INTEGER = /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*/iy;
const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const STRING = /'[^'\\]*(?:\\[^][^'\\]*)*'|"[^"\\]*(?:\\[^][^"\\]*)*"/y;
const SIGN = /\/\/|\*\*|==|!=|>=|<=|[-+*/%~[\](){}<>=.:|,;]/y;
const ENDS = { print: /-\}\}\s*|\}\}/y, block: /\+%\}|-%\}\s*|%\}\n?/y };
const PAIRS: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

/**
 * Reads the tag that begins at `position`.
 *
 * @returns its tokens, and where the text behind it begins; null where it is not closed
 * @throws {TemplateRefusal} `syntax`
 */
export function readTokens(
  source: string,
  position: number,
  tag: "print" | "block",
): { tokens: Token[]; end: number | null } {
  const tokens: Token[] = [];
  const open: string[] = [];
  let at = position;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  while (at < source.length) {
    take(SPACE);
    if (at >= source.length) break;
    const start = at;
    if (open.length === 0 && take(ENDS[tag]) !== null) return { tokens, end: at };
    let text: string | null;
    if (source[start - 1] !== "." && (text = take(FLOAT)) !== null) {
      tokens.push({ kind: "float", value: Number(text.replaceAll("_", "")), text, at: start });
    } else if ((text = take(INTEGER)) !== null) {
      tokens.push({ kind: "integer", value: BigInt(text.replaceAll("_", "")), text, at: start });
    } else if ((text = take(NAME)) !== null) {
      tokens.push({ kind: "name", text, at: start });
    } else if ((text = take(STRING)) !== null) {
      tokens.push({ kind: "string", text: unescape(text.slice(1, -1), start), at: start });
    } else if ((text = take(SIGN)) !== null) {
      if ("([{".includes(text)) open.push(text);
      const pair = PAIRS[text];
      if (pair !== undefined && open.pop() !== pair) {
        throw new TemplateRefusal("syntax", `\`${text}\` closes nothing`, start);
      }
      tokens.push({ kind: "sign", text, at: start });
    } else {
      throw new TemplateRefusal("syntax", `unexpected \`${String.fromCodePoint(source.codePointAt(at)!)}\``, start);
    }
  }
  return { tokens, end: null };
}

const ESCAPE =
  /\\(?:\n|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\\'"abfnrtv])|([xuUN](?:\{[^}]*\}?)?))/g;
const NAMED: Record<string, string> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** The escapes of Python's strings; others stay as they are. */
function unescape(text: string, at: number): string {
  return text.replaceAll(
    ESCAPE,
    (found, hex?: string, four?: string, eight?: string, octal?: string, named?: string, other?: string) => {
      if (named !== undefined) return NAMED[named] ?? named;
      const digits = hex ?? four ?? eight;
      const code = digits === undefined ? Number.parseInt(octal ?? "", 8) : Number.parseInt(digits, 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      if (other?.startsWith("N{"))
        throw new TemplateRefusal("unsupported", "characters by name, such as `\\N{BULLET}`", at);
      if (digits !== undefined || other !== undefined) {
        throw new TemplateRefusal("syntax", `\`${found}\` is no complete escape`, at);
      }
      return "";
    },
  );
}
