import { measureWidth } from "./text-width.js";

/** Splits `text` at blanks into lines of at most `width` columns; a longer word is a line of its own. */
export function wrapText(text: string, width: number): string[] {
  if (width === Infinity) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measureWidth(longer) > width) {
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
  return (
    start + wrapText(line.slice(start.length), width - Math.max(start.length, indent)).join(`\n${" ".repeat(indent)}`)
  );
}
