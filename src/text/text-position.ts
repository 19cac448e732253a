/** A line of a text, counted from 1, and its column if known. */
export interface LinePosition {
  line: number;
  column?: number;
}

/** Line and column, counted from 1. */
export interface TextPosition {
  line: number;
  column: number;
}

/** Converts offsets in a text to positions. Lines end as in editors: CRLF, CR or LF. */
export function createPositionFinder(text: string): (offset: number) => TextPosition {
  let starts: number[] | null = null;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)];
    const line = countUpTo(starts, offset);
    return { line, column: offset - starts[line - 1]! + 1 };
  };
}

/** How many of the ascending numbers are at most `limit`. */
export function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
