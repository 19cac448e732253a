/** A position in the value of a scalar → its position in the text. */
import { SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { LinePosition } from "../text/text-position.js";

/** The offset of a line and column of the value, or null if the value is not in the text literally. */
export function locateInScalar(text: string, scalar: ScalarEvent, { line, column = 1 }: LinePosition): number | null {
  const source = text.slice(scalar.valueStart, scalar.valueEnd);
  if (scalar.style === SCALAR_STYLE.LITERAL_BLOCK) {
    return scalar.valueStart + findInLines(source, line, scalar.indent + column);
  }
  return line === 1 && isVerbatim(source, scalar) ? scalar.valueStart + column - 1 : null;
}

/** At most the end of the line; behind the last line, the end of the text. */
function findInLines(text: string, line: number, column: number): number {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)];
  const start = starts[line - 1] ?? text.length;
  const length = text.slice(start).search(/[\r\n]|$/);
  return start + Math.min(column - 1, length);
}

/** Whether the text contains the value literally, on one line. */
function isVerbatim(source: string, { style }: ScalarEvent): boolean {
  if (/[\r\n]/.test(source) || style === SCALAR_STYLE.FOLDED_BLOCK) return false;
  if (style === SCALAR_STYLE.SINGLE_QUOTED) return !source.includes("''");
  return style !== SCALAR_STYLE.DOUBLE_QUOTED || !source.includes("\\");
}
