/** Rows of cells → lines that fit a terminal. */
import { escapeControls } from "./render.js";
import { cutMiddle, measureWidth } from "./text-width.js";

/** What every terminal has. */
export const TERMINAL_WIDTH = 80;

/** How the columns stand. */
export interface TableLayout {
  /** The two columns that give way when a row is too wide. */
  flexible: readonly [number, number];
  /** Those of numbers. */
  alignedRight: readonly number[];
}

/** A line for each row of equally many cells, in {@link TERMINAL_WIDTH} columns. */
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

/** The narrower of both keeps its width where that is no more than half of what they can have. */
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
