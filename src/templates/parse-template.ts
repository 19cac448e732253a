/** A template → its statements. */
import { parseExpression, parseFilter, parseTuple } from "./parse-expression.js";
import type { Expression, Macro, Statement, Target } from "./nodes.js";
import { splitTemplate, type Segment } from "./split-template.js";
import { TokenReader } from "./token-reader.js";
import { TemplateRefusal } from "./values.js";

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
      case "import":
      case "from":
      case "extends":
        return { kind: "load", tag: word, at };
      case "block":
      case "autoescape":
      case "print":
        throw new TemplateRefusal("unsupported", `\`{% ${word} %}\``, at);
      default:
        throw new TemplateRefusal("syntax", `unknown tag \`${word}\``, at);
    }
  }

  #readBlock(word: string, tokens: TokenReader, at: number): Statement[] {
    tokens.expectEnd();
    const read = this.readBody([`end${word}`], { word, at });
    read.tokens.expectEnd();
    return read.body;
  }

  #readIf(first: TokenReader, at: number): Statement {
    const branches: { test: Expression | null; body: Statement[] }[] = [];
    let test: Expression | null = parseTuple(first, { choice: false });
    first.expectEnd();
    for (;;) {
      const read = this.readBody(test === null ? ["endif"] : ["elif", "else", "endif"], { word: "if", at });
      branches.push({ test, body: read.body });
      test = read.end === "elif" ? parseTuple(read.tokens, { choice: false }) : null;
      read.tokens.expectEnd();
      if (read.end === "endif") return { kind: "if", branches, at };
    }
  }

  #readFor(tokens: TokenReader, at: number): Statement {
    const target = readTarget(tokens);
    tokens.expect("in");
    const items = parseTuple(tokens, { choice: false });
    const test = tokens.skip("if") ? parseExpression(tokens) : null;
    const recursive = tokens.skip("recursive");
    tokens.expectEnd();
    const read = this.readBody(["else", "endfor"], { word: "for", at });
    read.tokens.expectEnd();
    const otherwise = read.end === "else" ? this.readBody(["endfor"], { word: "for", at }).body : [];
    return { kind: "for", target, items, test, recursive, body: read.body, otherwise, at };
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
    const params: Macro["params"] = [];
    tokens.expect("(");
    while (!tokens.skip(")")) {
      if (params.length > 0) tokens.expect(",");
      const param = tokens.expectName();
      const preset = tokens.skip("=") ? parseExpression(tokens) : null;
      if (preset === null && params.at(-1)?.preset)
        tokens.refuse("a parameter without a default is behind one with it");
      params.push({ name: param, preset });
    }
    return { name, params, body: this.#readBlock(word, tokens, at) };
  }

  #readCall(tokens: TokenReader, at: number): Statement {
    if (tokens.is("(")) {
      throw new TemplateRefusal("unsupported", "`{% call(…) %}` with parameters", at);
    }
    const call = parseExpression(tokens);
    if (call.kind !== "call") throw new TemplateRefusal("syntax", "expected a call", at);
    return {
      kind: "callBlock",
      call,
      macro: { name: "caller", params: [], body: this.#readBlock("call", tokens, at) },
      at,
    };
  }
}

function readTarget(tokens: TokenReader, { single = false } = {}): Target {
  const targets = [readOneTarget(tokens)];
  if (single || !tokens.is(",")) return targets[0]!;
  while (tokens.skip(",")) if (!tokens.is("in") && !tokens.is("=")) targets.push(readOneTarget(tokens));
  return { kind: "names", targets };
}

function readOneTarget(tokens: TokenReader): Target {
  if (tokens.skip("(")) {
    const inner = readTarget(tokens);
    tokens.expect(")");
    return inner;
  }
  const { at } = tokens;
  const name = tokens.expectName();
  if (["true", "false", "none", "True", "False", "None"].includes(name)) {
    throw new TemplateRefusal("syntax", `\`${name}\` can't be assigned`, at);
  }
  return tokens.skip(".") ? { kind: "attribute", of: name, name: tokens.expectName() } : { kind: "name", name };
}
