/** Rows of cells → lines that fit a terminal. */
import { escapeControls } from "./render.js";
import { cutMiddle, measureWidth } from "./text-width.js";

/** The minimum width of a terminal. */
export const TERMINAL_WIDTH = 80;

/** How the columns are laid out. */
export interface TableLayout {
  /** The two columns that are shortened if a row is too wide. */
  flexible: readonly [number, number];
  /** The columns of numbers. */
  alignedRight: readonly number[];
}

/** One line per row, each at most {@link TERMINAL_WIDTH} columns wide; all rows have equally many cells. */
export function renderTable(rows: readonly (readonly string[])[], layout: TableLayout): string[] {
  const cells = rows.map((row) => row.map(escapeControls));
  const widths = fitWidths(measureColumns(cells), layout.flexible);
  return cells.map((row) =>
    row
      .map((cell, column) => padCell(cutMiddle(cell, widths[column]!), widths[column]!, layout, column))
      .join("  ")
      .trimEnd(),
  );
}

function measureColumns(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => measureWidth(row[column]!))));
}

/** The narrower of the two keeps its width if that is at most half of their space. */
function fitWidths(widths: readonly number[], [one, other]: readonly [number, number]): number[] {
  const fixed = widths.filter((_, column) => column !== one && column !== other);
  const room = TERMINAL_WIDTH - fixed.reduce((sum, width) => sum + width, 2 * (widths.length - 1));
  const [first, second] = [widths[one] ?? 0, widths[other] ?? 0];
  const firstFit = Math.min(first, Math.max(Math.ceil(room / 2), room - second));
  const fitted = [...widths];
  fitted[one] = firstFit;
  fitted[other] = Math.min(second, room - firstFit);
  return fitted;
}

function padCell(cell: string, width: number, { alignedRight }: TableLayout, column: number): string {
  const blanks = " ".repeat(Math.max(0, width - measureWidth(cell)));
  return alignedRight.includes(column) ? blanks + cell : cell + blanks;
}
