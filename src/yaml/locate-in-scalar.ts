/** A position in the value of a scalar → its position in the text. */
import { SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { LinePosition } from "../text/text-position.js";

/** The offset of a line and column of the value, or null if the value is not in the text literally. */
export function locateInScalar(text: string, scalar: ScalarEvent, { line, column = 1 }: LinePosition): number | null {
  const { valueStart, indent, style } = scalar;
  const { starts, ends, isVerbatim } = readSource(text, scalar);
  if (style === SCALAR_STYLE.LITERAL_BLOCK) {
    const start = starts[line - 1] ?? scalar.valueEnd;
    return Math.min(start + indent + column - 1, ends[line - 1] ?? scalar.valueEnd);
  }
  return line === 1 && isVerbatim ? valueStart + column - 1 : null;
}

interface Source {
  /** The offsets in the text of the start and the end of each line. */
  starts: readonly number[];
  ends: readonly number[];
  /** Whether the text contains the value literally, on one line. */
  isVerbatim: boolean;
}

/** A scalar may have thousands of findings, and is read once. */
const SOURCES = new WeakMap<ScalarEvent, Source>();

function readSource(text: string, scalar: ScalarEvent): Source {
  const known = SOURCES.get(scalar);
  if (known) return known;
  const { valueStart, valueEnd } = scalar;
  const written = text.slice(valueStart, valueEnd);
  const breaks = Array.from(written.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => [index, index + end.length]);
  const source = {
    starts: [valueStart, ...breaks.map(([, end]) => valueStart + end!)],
    ends: [...breaks.map(([start]) => valueStart + start!), valueEnd],
    isVerbatim: breaks.length === 0 && isWrittenAsRead(written, scalar),
  };
  SOURCES.set(scalar, source);
  return source;
}

function isWrittenAsRead(written: string, { style }: ScalarEvent): boolean {
  if (style === SCALAR_STYLE.FOLDED_BLOCK) return false;
  if (style === SCALAR_STYLE.SINGLE_QUOTED) return !written.includes("''");
  return style !== SCALAR_STYLE.DOUBLE_QUOTED || !written.includes("\\");
}
