/** The most groups that are named. */
const MOST_GROUPS = 4;

/** Names for a message: those that count up become `web01…03`, and long lists are cut. */
export function compressNames(names: readonly string[]): string {
  const groups: { prefix: string; first: string; last: string; count: number }[] = [];
  for (const name of names) {
    const [, prefix = "", digits = ""] = /^(.*?)(\d{1,15})$/.exec(name) ?? ["", name, ""];
    const group = groups.at(-1);
    const next = group && digits !== "" && group.last !== "" && String(Number(group.last) + 1);
    if (group && next && group.prefix === prefix && digits === next.padStart(group.last.length, "0")) {
      group.last = digits;
      group.count += 1;
    } else groups.push({ prefix, first: digits, last: digits, count: 1 });
  }
  const shown = groups.slice(0, MOST_GROUPS).map(({ prefix, first, last, count }) => {
    return count === 1 ? prefix + first : `${prefix}${first}…${last}`;
  });
  const left = groups.slice(MOST_GROUPS).reduce((sum, { count }) => sum + count, 0);
  return left === 0 ? shown.join(", ") : `${shown.join(", ")} and ${left} more`;
}
