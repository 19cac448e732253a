/** Characters in commands that only look like a space, a hyphen or a quote, as web pages and text processors write them. */
import { NO_BREAK_SPACE } from "../text/no-break-space.js";
import type { Command, Word } from "./syntax.js";

/** Such a character outside of quotes, where the shell takes it for a letter. */
export interface Lookalike {
  kind: "space" | "hyphen" | "quote";
  offset: number;
  /** The character; a space is not shown. */
  sign: string;
  /** What was probably meant. */
  meant: string;
}

/** All of them, in the order of the commands. */
export function findLookalikes(text: string, commands: readonly Command[]): Lookalike[] {
  const found = commands.flatMap(({ words }) => words.flatMap((word) => findInWord(text, word)));
  // The words of a substitution are also part of the word around it.
  return [...new Map(found.map((each) => [each.offset, each])).values()];
}

const HYPHEN = /^[\u2010-\u2015\u2212]+([\p{L}\d]+)/u;
const QUOTE = /(?<=^|=)[\u2018-\u201f]|[\u201c-\u201f]$/;

function findInWord(text: string, { start, end }: Word): Lookalike[] {
  const written = text.slice(start, end);
  if (!/[\u00a0\u2000-\u202f\u2212\u3000]/.test(written)) return [];
  const bare = written.replaceAll(/'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]/g, (quoted) => "\0".repeat(quoted.length));
  const [space, hyphen, quote] = [NO_BREAK_SPACE.exec(bare), HYPHEN.exec(bare), QUOTE.exec(bare)];
  if (space) return [{ kind: "space", offset: start + space.index, sign: space[0], meant: " " }];
  if (hyphen) {
    const [, name] = hyphen;
    const sign = String.fromCodePoint(hyphen[0].codePointAt(0)!);
    return [{ kind: "hyphen", offset: start, sign, meant: `${name!.length > 1 ? "--" : "-"}${name}` }];
  }
  if (!quote) return [];
  return [
    { kind: "quote", offset: start + quote.index, sign: quote[0], meant: /[\u2018-\u201b]/.test(quote[0]) ? "'" : '"' },
  ];
}
