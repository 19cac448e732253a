import type { Severity } from "../model.js";
import type { OutputStyle } from "./output-style.js";
import { paint } from "./paint.js";
import { escapeControls, SEVERITY_COLORS } from "./render.js";
import { measureWidth } from "./text-width.js";

/** The number of UTF-16 code units that are shown of a long line, at most and at least. */
const [MOST, LEAST] = [72, 8];

const TAB = "    ";

const INDENT = "    ";

/** Where a frame points. */
export interface FramePlace {
  line: number;
  /** In UTF-16 code units from 1; null for no caret. */
  column: number | null;
  severity: Severity;
}

/**
 * A line of a text with its number, and a caret below it, indented.
 *
 * @param text the line, without its end
 */
export function renderCodeFrame(text: string, { line, column, severity }: FramePlace, style: OutputStyle): string {
  const number = String(line);
  const at = (column ?? 1) - 1;
  const { before, shown } = cutLine(text, at, style.width - `${INDENT}${number} | `.length);
  const frame = `${INDENT}${paint(`${number} |`, "dim", style)} ${shown}`.trimEnd();
  if (column === null) return `${frame}\n`;
  const gutter = paint(`${" ".repeat(number.length)} |`, "dim", style);
  const caret = paint("^", SEVERITY_COLORS[severity], style);
  return `${frame}\n${INDENT}${gutter} ${" ".repeat(measureWidth(before))}${caret}\n`;
}

/** The part of a line around a place that fits the width, and what of it is before the place. */
function cutLine(text: string, at: number, width: number): { before: string; shown: string } {
  for (let most = MOST; ; most -= 1) {
    const start = Math.max(0, Math.min(at - Math.floor(most / 2), text.length - most));
    const end = start + most;
    const before = `${start > 0 ? "…" : ""}${visible(text.slice(start, at))}`;
    const shown = `${before}${visible(text.slice(at, end))}${end < text.length ? "…" : ""}`;
    if (most <= LEAST || measureWidth(shown) <= width) return { before, shown };
  }
}

function visible(text: string): string {
  return escapeControls(text.replaceAll("\t", TAB));
}
