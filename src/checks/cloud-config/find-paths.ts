import type { NodePath } from "../../yaml/locate-nodes.js";

/** The paths of all nodes that match `pattern`: `users[].name` is a key of each item, `apt.sources.*` each key. */
export function findPaths(value: unknown, pattern: string): NodePath[] {
  const steps = known.get(pattern) ?? pattern.replaceAll("[]", ".[]").split(".");
  known.set(pattern, steps);
  return follow(value, steps, []);
}

const known = new Map<string, readonly string[]>();

function follow(value: unknown, [step, ...rest]: readonly string[], path: NodePath): NodePath[] {
  if (step === undefined) return [path];
  if (Array.isArray(value)) {
    return step === "[]" ? value.flatMap((item, index) => follow(item, rest, [...path, index])) : [];
  }
  if (typeof value !== "object" || value === null) return [];
  const keys = step === "*" ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  return keys.flatMap((key) => follow((value as Record<string, unknown>)[key], rest, [...path, key]));
}
