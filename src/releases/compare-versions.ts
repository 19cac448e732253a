/**
 * Below zero if version `a` of cloud-init is older than `b`, above zero if it is newer, else zero. A missing number is
 * zero: `22.4` and `22.4.0` are the same.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number)) as [number[], number[]];
  const length = Math.max(left.length, right.length);
  const differences = Array.from({ length }, (_, place) => (left[place] ?? 0) - (right[place] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
