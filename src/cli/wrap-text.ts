import { measureWidth } from "./text-width.js";

/**
 * Splits `text` at blanks into lines of at most `width` columns; a longer word is a line of its own.
 *
 * @param first the width of the first line
 */
export function wrapText(text: string, width: number, first = width): string[] {
  if (width === Infinity) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measureWidth(longer) > (lines.length === 0 ? first : width)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Wraps a line with its blanks in front; further lines begin at column `indent`, from 0. */
export function wrapHanging(line: string, width: number, indent: number): string {
  if (measureWidth(line) <= width) return line;
  const start = /^ */.exec(line)![0];
  const lines = wrapText(line.slice(start.length), width - indent, width - start.length);
  return start + lines.join(`\n${" ".repeat(indent)}`);
}
