import { wrapHanging } from "./wrap-text.js";

/** What is left for a description beside its term; with less, it stands below. */
const LEAST_ROOM = 24;

/** Wraps help at words; commands under "Examples:" stay whole, since they are copied. */
export function wrapHelp(text: string, width: number): string {
  const [prose = "", examples = ""] = text.split(/^(?=Examples:$)/m);
  return (
    prose
      .split("\n")
      .map((line) => wrapLine(line, width))
      .join("\n") + examples
  );
}

function wrapLine(line: string, width: number): string {
  const [, term = "", blanks = "", description = ""] = /^( +\S.*?)( {2,})(\S.*)$/.exec(line) ?? [];
  if (description === "") return wrapHanging(line, width, /^ */.exec(line)![0].length);
  const column = term.length + blanks.length;
  if (width - column >= LEAST_ROOM || line.length <= width) return wrapHanging(line, width, column);
  return `${term}\n${wrapHanging(`      ${description}`, width, 6)}`;
}
