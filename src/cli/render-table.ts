/** Rows of cells → lines that fit the output. */
import type { OutputStyle } from "./output-style.js";
import { escapeControls } from "./render.js";
import { cutMiddle, measureWidth } from "./text-width.js";
import { wrapText } from "./wrap-text.js";

/** What becomes of the columns if a row is too wide, and how they are aligned; columns are counted from 0. */
export interface TableLayout {
  /** The columns of names, which are shortened in the middle. */
  cut?: readonly number[];
  /** The columns of words, which are wrapped. */
  wrapped?: readonly number[];
  /** The columns of numbers. */
  alignedRight?: readonly number[];
}

/** The rows below each other, with a final newline. */
export function renderTable(rows: readonly (readonly string[])[], layout: TableLayout, style: OutputStyle): string {
  return renderRows(rows, layout, style)
    .map((row) => `${row}\n`)
    .join("");
}

/**
 * One text for each row, of several lines if a cell is wrapped; all rows have equally many cells.
 *
 * The last columns stand on lines of their own, in each row, if the width is not enough for all.
 */
export function renderRows(
  rows: readonly (readonly string[])[],
  layout: TableLayout,
  { width }: Pick<OutputStyle, "width">,
): string[] {
  const cells = rows.map((row) => row.map(escapeControls));
  const widths = fitColumns(cells, layout, width);
  return cells.map((row) => {
    const beside = row.slice(0, widths.length).map((cell, column) => fitCell(cell, widths[column]!, layout, column));
    const below = row.slice(widths.length).join("; ");
    const lines = joinCells(beside, widths, layout);
    return [
      ...lines,
      ...(below === "" ? [] : wrapText(below, width - INDENT).map((line) => " ".repeat(INDENT) + line)),
    ].join("\n");
  });
}

const GAP = 2;

/** Of the columns that stand on lines of their own. */
const INDENT = 4;

/** What is left of a name tells less if it is shorter. */
const LEAST_CUT = 8;

/** The widths of the columns that stand beside each other. */
function fitColumns(rows: readonly string[][], { cut = [], wrapped = [] }: TableLayout, width: number): number[] {
  const widths = measureColumns(rows, measureWidth);
  const words = measureColumns(rows, measureLongestWord);
  const least = widths.map((natural, column) => {
    if (cut.includes(column)) return Math.min(natural, LEAST_CUT);
    return wrapped.includes(column) ? words[column]! : natural;
  });
  while (least.length > 1 && sumColumns(least) > width) least.pop();
  widths.length = least.length;
  while (sumColumns(widths) > width) {
    const room = widths.map((each, column) => (each > least[column]! ? each : 0));
    const widest = room.indexOf(Math.max(...room));
    if (room[widest] === 0) break;
    widths[widest]! -= 1;
  }
  return widths;
}

function measureColumns(rows: readonly string[][], measure: (cell: string) => number): number[] {
  return (rows[0] ?? []).map((_, column) => rows.reduce((most, row) => Math.max(most, measure(row[column]!)), 0));
}

function measureLongestWord(cell: string): number {
  return cell.split(" ").reduce((most, word) => Math.max(most, measureWidth(word)), 0);
}

function sumColumns(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP * (widths.length - 1));
}

function fitCell(cell: string, width: number, { wrapped = [] }: TableLayout, column: number): string[] {
  return wrapped.includes(column) ? wrapText(cell, width) : [cutMiddle(cell, width)];
}

function joinCells(cells: readonly string[][], widths: readonly number[], layout: TableLayout): string[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => padCell(lines[line] ?? "", widths[column]!, layout, column))
      .join(" ".repeat(GAP))
      .trimEnd(),
  );
}

function padCell(cell: string, width: number, { alignedRight = [] }: TableLayout, column: number): string {
  const blanks = " ".repeat(Math.max(0, width - measureWidth(cell)));
  return alignedRight.includes(column) ? blanks + cell : cell + blanks;
}
