import { escapeControls } from "./render.js";
import { measureWidth } from "./text-width.js";

/** The number of UTF-16 code units that are shown of a long line. */
const WINDOW = 72;

const TAB = "    ";

/**
 * A line of a text with its number, and a caret below it.
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
  return `${frame}\n${" ".repeat(number.length)} | ${" ".repeat(measureWidth(before))}^\n`;
}

function visible(text: string): string {
  return escapeControls(text.replaceAll("\t", TAB));
}
