/** Only a value that contains itself is deeper. */
const MOST_LEVELS = 1000;

/**
 * Counts the values inside a value with every alias expanded, up to `limit`. A few lines of aliases to lists of
 * aliases can expand to more values than any program can read.
 */
export function countValues(value: unknown, limit: number, level = 0): number {
  if (level > MOST_LEVELS) return limit;
  let count = 1;
  const inner = typeof value === "object" && value !== null ? Object.values(value) : [];
  for (const each of inner) {
    if (count >= limit) break;
    count += countValues(each, limit - count, level + 1);
  }
  return count;
}
