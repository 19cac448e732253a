/** Text that YAML misreads → the same for a hint, in quotes or not. */

/** What is longer is cut. */
const LONGEST = 40;

/** The rest of the line, without a comment and spaces at its end. */
export function readRest(text: string, start: number): string {
  return /^.*?(?=\s+#|\s*$)/m.exec(text.slice(start, endOfLine(text, start)))![0];
}

/** Text in backquotes; "it" for text that has some. */
export function showText(value: string): string {
  return value.includes("`") ? "it" : `\`${value.length <= LONGEST ? value : `${value.slice(0, LONGEST - 1)}…`}\``;
}

/** The advice to quote a text, with an example: what stands in front of it, and the text in single quotes. */
export function adviseQuotes(value: string, before = ""): string {
  const advice = "put the text in quotes";
  if (value === "" || value.includes("`") || before.includes("`")) return advice;
  const quoted = value.replaceAll("'", "''");
  const room = Math.max(10, LONGEST - before.length);
  return `${advice}: \`${before}'${quoted.length <= room ? quoted : `${quoted.slice(0, room - 1)}…`}'\``;
}

/** The advice to quote the rest of a line. */
export function adviseQuotesFrom(text: string, start: number): string {
  return adviseQuotes(readRest(text, start));
}

/** The line of an offset, up to it. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(startOfLine(text, offset), offset);
}

/** The offset of the start of the line of an offset. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** Whether two offsets are on one line. */
export function isSameLine(text: string, a: number, b: number): boolean {
  return startOfLine(text, a) === startOfLine(text, b);
}

/** The number of the line of an offset, from 1. */
export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

function endOfLine(text: string, start: number): number {
  const length = text.slice(start).search(/[\r\n]/);
  return length === -1 ? text.length : start + length;
}
