/** A template → its statements. */
import { parseExpression, parseFilter, parseTuple } from "./parse-expression.js";
import type { Expression, Macro, Statement, Target } from "./nodes.js";
import { listNamesOf, readParams, readTarget } from "./parse-target.js";
import { readInclude } from "./parse-include.js";
import { splitTemplate, type Segment } from "./split-template.js";
import { TokenReader } from "./token-reader.js";
import { TemplateRefusal } from "./template-refusal.js";

/**
 * Reads a template without its first line.
 *
 * @throws {TemplateRefusal} `syntax`
 */
export function parseTemplate(source: string): Statement[] {
  const reader = new SegmentReader(splitTemplate(source));
  return reader.readBody([]).body;
}

/** What ends a body: the word of the tag, and what follows in the tag. */
interface Body {
  body: Statement[];
  end: string;
  tokens: TokenReader;
}

const ENDS = new Set(["elif", "else", "endif", "endfor", "endset", "endfilter", "endwith", "endmacro", "endcall"]);
const UNKNOWN = new Set(["endblock", "endautoescape", "endraw"]);

class SegmentReader {
  #index = 0;
  readonly #blocks = new Set<string>();

  constructor(readonly segments: readonly Segment[]) {}

  /** Reads up to a tag of `ends`; without any, to the end of the template. */
  readBody(ends: readonly string[], opened: { word: string; at: number } | null = null): Body {
    const body: Statement[] = [];
    while (this.#index < this.segments.length) {
      const segment = this.segments[this.#index++]!;
      if (segment.kind === "text") {
        if (segment.text !== "") body.push(segment);
        continue;
      }
      const tokens = new TokenReader(segment.tokens, segment.at);
      if (segment.kind === "print") {
        body.push({ kind: "print", value: parseTuple(tokens), at: segment.at });
        tokens.expectEnd();
        continue;
      }
      const word = tokens.expectName();
      if (ends.includes(word)) return { body, end: word, tokens };
      if (ENDS.has(word) || UNKNOWN.has(word)) {
        const wanted = ends.at(-1);
        throw new TemplateRefusal(
          "syntax",
          wanted === undefined
            ? `\`{% ${word} %}\` closes nothing`
            : `\`{% ${word} %}\` where \`{% ${wanted} %}\` is expected`,
          segment.at,
        );
      }
      body.push(this.#readStatement(word, tokens, segment.at));
    }
    if (opened === null) return { body, end: "", tokens: new TokenReader([], 0) };
    throw new TemplateRefusal(
      "syntax",
      `\`{% ${opened.word} %}\` is not closed: \`{% ${ends.at(-1)} %}\` is missing`,
      opened.at,
    );
  }

  #readStatement(word: string, tokens: TokenReader, at: number): Statement {
    switch (word) {
      case "if":
        return this.#readIf(tokens, at);
      case "for":
        return this.#readFor(tokens, at);
      case "set":
        return this.#readSet(tokens, at);
      case "filter": {
        const filter = parseFilter(tokens, null);
        return { kind: "filter", filter, body: this.#readBlock(word, tokens, at), at };
      }
      case "with":
        return this.#readWith(tokens, at);
      case "macro": {
        const name = tokens.expectName();
        return { kind: "macro", macro: this.#readMacro(name, word, tokens, at), at };
      }
      case "call":
        return this.#readCall(tokens, at);
      case "do": {
        const value = parseTuple(tokens);
        tokens.expectEnd();
        return { kind: "do", value, at };
      }
      case "include":
        return readInclude(tokens, at);
      case "import":
      case "from":
      case "extends":
        return { kind: "load", tag: word, at };
      case "print": {
        const items = [parseExpression(tokens)];
        while (tokens.skip(",")) items.push(parseExpression(tokens));
        tokens.expectEnd();
        return { kind: "print", value: items.length === 1 ? items[0]! : { kind: "join", items, at }, at };
      }
      case "block":
        return this.#readNamedBlock(tokens, at);
      case "autoescape":
        throw new TemplateRefusal("unsupported", `\`{% ${word} %}\``, at);
      default:
        throw new TemplateRefusal("syntax", `unknown tag \`${word}\``, at);
    }
  }

  #readBlock(word: string, tokens: TokenReader, at: number, name: string | null = null): Statement[] {
    tokens.expectBody();
    const read = this.readBody([`end${word}`], { word, at });
    if (name !== null) read.tokens.skip(name);
    read.tokens.expectEnd();
    return read.body;
  }

  #readIf(first: TokenReader, at: number): Statement {
    const branches: { test: Expression | null; body: Statement[] }[] = [];
    let test: Expression | null = parseTuple(first, { choice: false });
    first.expectBody();
    for (;;) {
      const read = this.readBody(test === null ? ["endif"] : ["elif", "else", "endif"], { word: "if", at });
      branches.push({ test, body: read.body });
      test = read.end === "elif" ? parseTuple(read.tokens, { choice: false }) : null;
      if (read.end === "endif") read.tokens.expectEnd();
      else read.tokens.expectBody();
      if (read.end === "endif") return { kind: "if", branches, at };
    }
  }

  #readFor(tokens: TokenReader, at: number): Statement {
    const { at: start } = tokens;
    const target = readTarget(tokens);
    if (listNamesOf(target).includes("loop")) throw new TemplateRefusal("syntax", "`loop` can't be assigned", start);
    tokens.expect("in");
    const items = parseTuple(tokens, { choice: false });
    const test = tokens.skip("if") ? parseExpression(tokens) : null;
    const recursive = tokens.skip("recursive");
    tokens.expectBody();
    const read = this.readBody(["else", "endfor"], { word: "for", at });
    if (read.end === "endfor") read.tokens.expectEnd();
    else read.tokens.expectBody();
    const otherwise = read.end === "else" ? this.#readElse(at) : [];
    return { kind: "for", target, items, test, recursive, body: read.body, otherwise, at };
  }

  #readElse(at: number): Statement[] {
    const read = this.readBody(["endfor"], { word: "for", at });
    read.tokens.expectEnd();
    return read.body;
  }

  #readSet(tokens: TokenReader, at: number): Statement {
    const target = readTarget(tokens);
    if (tokens.skip("=")) {
      const value = parseTuple(tokens);
      tokens.expectEnd();
      return { kind: "set", target, value, at };
    }
    const filter = tokens.skip("|") ? parseFilter(tokens, null) : null;
    return { kind: "capture", target, filter, body: this.#readBlock("set", tokens, at), at };
  }

  #readWith(tokens: TokenReader, at: number): Statement {
    const values: { target: Target; value: Expression }[] = [];
    while (!tokens.ended) {
      if (values.length > 0) tokens.expect(",");
      const target = readTarget(tokens, { single: true });
      tokens.expect("=");
      values.push({ target, value: parseExpression(tokens) });
    }
    return { kind: "with", values, body: this.#readBlock("with", tokens, at), at };
  }

  #readMacro(name: string, word: string, tokens: TokenReader, at: number): Macro {
    const params = readParams(tokens);
    return { name, params, body: this.#readBlock(word, tokens, at) };
  }

  #readNamedBlock(tokens: TokenReader, at: number): Statement {
    const name = tokens.expectName();
    if (this.#blocks.has(name)) throw new TemplateRefusal("syntax", `there are two blocks \`${name}\``, at);
    this.#blocks.add(name);
    const scoped = tokens.skip("scoped");
    const required = tokens.skip("required");
    const body = this.#readBlock("block", tokens, at, name);
    if (required && body.some((each) => each.kind !== "text" || each.text.trim() !== "")) {
      throw new TemplateRefusal("syntax", "a required block has text or tags in it", at);
    }
    return { kind: "block", scoped, required, body, at };
  }

  #readCall(tokens: TokenReader, at: number): Statement {
    const params = tokens.is("(") ? readParams(tokens) : [];
    const call = parseExpression(tokens);
    if (call.kind !== "call") throw new TemplateRefusal("syntax", "expected a call", at);
    return {
      kind: "callBlock",
      call,
      macro: { name: "caller", params, body: this.#readBlock("call", tokens, at) },
      at,
    };
  }
}
