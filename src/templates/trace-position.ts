import { createPositionFinder, type LinePosition, type TextPosition } from "../text/text-position.js";
import type { RenderedTemplate } from "./render-template.js";

/** Where in the template stands what is at a place of its result; a tag stands for all that it writes. */
export function tracePosition(rendered: RenderedTemplate, { line, column }: LinePosition): LinePosition {
  const { text, pieces, source } = rendered;
  let left = startOfLine(text, line) + (column ?? 1) - 1;
  const piece = pieces.find((each) => {
    if (left < each.text.length) return true;
    left -= each.text.length;
    return false;
  });
  const at = piece === undefined ? source.length : piece.at + (piece.isText ? left : 0);
  const position = positionIn(source, at);
  return column === undefined ? { line: position.line } : position;
}

/** Line and column of an offset, which may be behind the text. */
export function positionIn(text: string, at: number): TextPosition {
  return createPositionFinder(text)(Math.min(at, text.length));
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let left = line - 1; left > 0; left -= 1) start = text.indexOf("\n", start) + 1 || text.length;
  return start;
}
