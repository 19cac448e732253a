import { printable } from "./render.js";

/** As much of a long line as is shown, in UTF-16 code units. */
const WINDOW = 72;

const TAB = "    ";

/** Those that terminals draw two columns wide. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff01-\uff60]/u;

/** Those that stand on the character before. */
const COMBINING = /[\p{Mark}\u200b-\u200d]/u;

/**
 * A line of a text with its number, and below it a caret.
 *
 * @param text the line, without its end
 * @param column where the caret points, in UTF-16 code units from 1; null for no caret
 */
export function renderCodeFrame(text: string, { line, column }: { line: number; column: number | null }): string {
  const number = String(line);
  const at = (column ?? 1) - 1;
  const start = Math.max(0, Math.min(at - WINDOW / 2, text.length - WINDOW));
  const end = start + WINDOW;
  const before = `${start > 0 ? "…" : ""}${visible(text.slice(start, at))}`;
  const shown = `${before}${visible(text.slice(at, end))}${end < text.length ? "…" : ""}`;
  const frame = `${number} | ${shown}`.trimEnd();
  if (column === null) return `${frame}\n`;
  return `${frame}\n${" ".repeat(number.length)} | ${" ".repeat(countColumns(before))}^\n`;
}

function visible(text: string): string {
  return printable(text.replaceAll("\t", TAB));
}

/** How many columns of a terminal the text takes. */
function countColumns(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0);
}

function widthOf(character: string): number {
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
