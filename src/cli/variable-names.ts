/** The names of variables on command lines: `cluster.domain` is `domain` in the mapping `cluster`. */
import type { Values } from "../templates/merge-values.js";

/** As many as YAML may have: more than that takes too much of the stack. */
const MOST_LEVELS = 100;

/** What is wrong with a name, as the end of a sentence; null for one that a template can write. */
export function findNameProblem(name: string): string | null {
  const levels = name.split(".");
  if (!levels.every((level) => /^[A-Za-z_]\w*$/.test(level))) return `sets \`${shorten(name)}\`, which is no name`;
  if (levels.length <= MOST_LEVELS) return null;
  return `sets a name with ${levels.length - 1} dots, and a name has at most ${MOST_LEVELS - 1}`;
}

/** Values with one variable; dots in its name lead into mappings. */
export function assignValue(name: string, value: unknown): Values {
  return name.split(".").reduceRight<unknown>((inner, level) => ({ [level]: inner }), value) as Values;
}

/** A text for a message of one line. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
