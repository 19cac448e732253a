/** The most nodes of a fleet. */
export const MOST_NODES = 100_000;

/** The names that a pattern makes, or why it makes none. */
export type ExpandedName = { names: readonly string[]; count: number } | { problem: string };

/**
 * Expands ranges and lists in brackets: `web[01-03]` makes `web01`, `web02` and `web03`, and `web[a,c]` makes `weba` and
 * `webc`. Zeros at the beginning of a range give all numbers its width.
 *
 * @returns no names, but their number, if there would be more than {@link MOST_NODES}
 */
export function expandName(pattern: string): ExpandedName {
  const pieces: string[][] = [];
  let count = 1;
  for (const { 0: piece, groups } of pattern.matchAll(/\[(?<inside>[^[\]]*)\]|[^[\]]+|[[\]]/g)) {
    const inside = groups!["inside"];
    if (piece === "[" || piece === "]") return { problem: "a bracket is not closed, or not opened" };
    const size = inside === undefined ? 1 : countItems(inside);
    if (typeof size === "string") return { problem: size };
    count *= size;
    if (count <= MOST_NODES) pieces.push(inside === undefined ? [piece] : inside.split(",").flatMap(expandItem));
  }
  if (count > MOST_NODES) return { names: [], count };
  const names = pieces.reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)), [""]);
  return { names, count };
}

const RANGE = /^(\d{1,15})-(\d{1,15})$/;

/** What looks like a range, but makes one name. */
const NO_RANGE = /^(?:\d+-\d+|[a-z]-[a-z])$/i;

function countItems(inside: string): number | string {
  let count = 0;
  for (const item of inside.split(",").map((each) => each.trim())) {
    const [, first, last] = RANGE.exec(item) ?? [];
    if (item === "") return `\`[${inside}]\` has an empty item`;
    if (first === undefined && NO_RANGE.test(item)) return `\`${item}\` is no range of numbers of at most 15 digits`;
    if (first === undefined) count += 1;
    else if (Number(first) > Number(last)) return `\`${item}\` ends before it begins`;
    else count += Number(last) - Number(first) + 1;
  }
  return count;
}

function expandItem(written: string): string[] {
  const item = written.trim();
  const [, first, last] = RANGE.exec(item) ?? [];
  if (first === undefined) return [item];
  const length = Number(last) - Number(first) + 1;
  return Array.from({ length }, (_, offset) => String(Number(first) + offset).padStart(first.length, "0"));
}
