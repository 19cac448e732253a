/** A position in a text that is scanned, and the kinds of characters that YAML 1.1 tells apart. */

/** The offset of the next character, and of the start of its line. */
export interface Cursor {
  readonly text: string;
  at: number;
  lineStart: number;
}

/** How far the next character is from the start of its line. */
export function columnOf({ at, lineStart }: Cursor): number {
  return at - lineStart;
}

/** The next character, or the one at some distance; empty at the end of the text. */
export function peek({ text, at }: Cursor, distance = 0): string {
  return text.charAt(at + distance);
}

/** Whether it ends a line. Unlike YAML 1.2, YAML 1.1 has five such characters. */
export function isBreak(character: string): boolean {
  return character !== "" && "\n\r\x85\u2028\u2029".includes(character);
}

/** Whether it is the end of the text, or ends a line. */
export function isBreakOrEnd(character: string): boolean {
  return character === "" || isBreak(character);
}

/** Whether it separates tokens: the end, a line end, a space or a tab. */
export function isGap(character: string): boolean {
  return character === " " || character === "\t" || isBreakOrEnd(character);
}

/** Moves over what the sticky pattern matches here, and returns it. */
export function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (!match) return "";
  cursor.at += match[0].length;
  return match[0];
}

/** Moves over a line end; false if there is none. */
export function takeBreak(cursor: Cursor): boolean {
  const next = peek(cursor);
  if (!isBreak(next)) return false;
  cursor.at += next === "\r" && peek(cursor, 1) === "\n" ? 2 : 1;
  cursor.lineStart = cursor.at;
  return true;
}

/** Moves to the end of the line. */
export function takeLine(cursor: Cursor): void {
  take(cursor, LINE);
}

const LINE = /[^\n\r\x85\u2028\u2029]*/y;

/** Moves over spaces. */
export function takeSpaces(cursor: Cursor): string {
  return take(cursor, SPACES);
}

const SPACES = / */y;

/** Whether a line begins here with `---` or `...`, which separate documents. */
export function isDocumentMark(cursor: Cursor, mark: "---" | "..."): boolean {
  return columnOf(cursor) === 0 && cursor.text.startsWith(mark, cursor.at) && isGap(peek(cursor, 3));
}
