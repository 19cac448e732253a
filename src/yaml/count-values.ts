/** Deeper is only what holds itself. */
const MOST_LEVELS = 1000;

/**
 * How many values there are in a value when every alias is taken for what it stands for; counting ends at
 * `limit`. A few lines of aliases to lists of aliases stand for more than any program can look at.
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
