import type { Token } from "./read-tokens.js";
import { TemplateRefusal } from "./template-refusal.js";

/** Reads the tokens of one tag in order. */
export class TokenReader {
  #index = 0;

  constructor(
    readonly tokens: readonly Token[],
    /** Where the tag begins. */
    readonly start: number,
  ) {}

  get current(): Token | undefined {
    return this.tokens[this.#index];
  }

  get ended(): boolean {
    return this.current === undefined;
  }

  /** The position of the current token. */
  get at(): number {
    return this.current?.at ?? this.tokens.at(-1)?.at ?? this.start;
  }

  peek(): Token | undefined {
    return this.tokens[this.#index + 1];
  }

  /** Whether the current token is this word or sign. */
  is(text: string): boolean {
    const token = this.current;
    return token !== undefined && token.kind !== "string" && token.text === text;
  }

  skip(text: string): boolean {
    if (!this.is(text)) return false;
    this.#index += 1;
    return true;
  }

  /** @throws {TemplateRefusal} `syntax` at the end of the tag */
  next(wanted = "more"): Token {
    const token = this.current;
    if (token === undefined) return this.refuse(`the tag ends where ${wanted} is expected`);
    this.#index += 1;
    return token;
  }

  /** @throws {TemplateRefusal} `syntax` where anything else stands */
  expect(text: string): void {
    if (!this.skip(text)) this.refuse(`expected \`${text}\`${this.#got()}`);
  }

  expectName(): string {
    if (this.current?.kind !== "name") this.refuse(`expected a name${this.#got()}`);
    return this.next().text;
  }

  expectEnd(): void {
    if (!this.ended) this.refuse(`unexpected \`${this.current!.text}\``);
  }

  /** Expects the end of a tag behind which a body begins; a colon may stand there (jinja2/parser.py, parse_statements). */
  expectBody(): void {
    this.skip(":");
    this.expectEnd();
  }

  /** Whether an argument of a test can begin here. */
  startsValue(): boolean {
    const token = this.current;
    if (token === undefined || ["else", "or", "and"].some((word) => this.is(word))) return false;
    return token.kind !== "sign" || ["(", "[", "{"].includes(token.text);
  }

  refuse(message: string): never {
    throw new TemplateRefusal("syntax", message, this.at);
  }

  #got(): string {
    return this.current === undefined ? " before the end of the tag" : `, got \`${this.current.text}\``;
  }
}
