/** Part[] → Part[] whose Kubernetes parts stand in the order in which they must be submitted. */
import type { ArrangedParts, Part } from "../model.js";

/**
 * Of the types that hold one kind of object, services come first: a pod's containers get the environment
 * variables of only those services that exist when it starts.
 */
const RANKS: Readonly<Record<string, number>> = {
  "text/x-kube-service": 1,
  "text/x-kube-replica": 2,
  "text/x-kube-pod": 3,
};

/** Sorts the parts of those types among themselves; every other part keeps its place. */
export function orderManifests(parts: readonly Part[]): ArrangedParts {
  const sorted = parts.filter(rankOf).toSorted((a, b) => rankOf(a)! - rankOf(b)!);
  return { parts: parts.map((part) => (rankOf(part) ? sorted.shift()! : part)), findings: [] };
}

function rankOf({ type }: Part): number | undefined {
  return RANKS[type];
}
