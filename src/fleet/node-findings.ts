import type { Finding } from "../model.js";

/** Collects findings of nodes: what several of them share is told once. */
export class NodeFindings {
  readonly #known = new Map<string, { found: Finding; nodes: Set<string> }>();

  /** @param node - the name of the node; null for what is about the fleet */
  add(found: Finding, node: string | null): void {
    const key = JSON.stringify(found);
    const known = this.#known.get(key) ?? { found, nodes: new Set<string>() };
    if (node !== null) known.nodes.add(node);
    this.#known.set(key, known);
  }

  /** The findings in the order in which each was first added. */
  list(): Finding[] {
    return [...this.#known.values()].map(({ found, nodes }) => withNodes(found, [...nodes]));
  }
}

function withNodes(found: Finding, nodes: readonly string[]): Finding {
  return nodes.length === 0 ? found : { ...found, nodes };
}
