/** A description of a fleet → one blob for each node. */
import { bundleSources } from "./bundle-sources.js";
import { KubebootError } from "./errors.js";
import { hasErrors } from "./findings/finding.js";
import type { FleetDescription } from "./fleet/description.js";
import type { FilledMember } from "./fleet/fill-in-values.js";
import { makeNode, type FleetNode } from "./fleet/fleet-node.js";
import type { Bundle, Finding } from "./model.js";
import { openFleet, type OpenedFleet, type OpenFleetOptions } from "./open-fleet.js";
import type { ReadSources } from "./sources/read-sources.js";

/** Options for {@link createFleet}. */
export interface FleetOptions extends OpenFleetOptions {
  /** How many threads make the nodes, which are the same with any number. Default: 1. */
  jobs?: number;
  /** Is called after each node that was made. Default: nothing is called. */
  onProgress?: (done: number, total: number) => void;
}

/** The result of {@link createFleet}. */
export interface Fleet {
  /** The nodes that were made, in the order of the description. */
  nodes: FleetNode[];
  /** The names of all nodes, made or not. */
  names: string[];
  /** Warnings and notes, each once, with the nodes that it is about; errors are thrown. */
  findings: Finding[];
}

/**
 * Makes the user-data blob of each node of a fleet. Nothing is written to disk.
 *
 * @param description - the path of a description in YAML or JSON, or its content as an object
 * @param options - values, and which nodes are made
 * @returns the nodes with their blobs
 * @throws {@link KubebootError} with the code `usage` for nodes in `only` that are not there; `unreadable` for files that can't
 *   be read; `invalid` for errors in the description or in the sources of any node. All nodes are made and checked before
 *   it is thrown.
 *
 * @example
 * ```js
 * import { createFleet } from "kubeboot";
 *
 * const roles = { web: { sources: ["web.cfg"] } };
 * const { nodes } = await createFleet({ platform: "openstack", roles, nodes: { "web[1-3]": { role: "web" } } });
 * for (const { name, userData, sha256 } of nodes) console.log(name, userData.length, sha256);
 * ```
 */
export async function createFleet(description: string | FleetDescription, options: FleetOptions = {}): Promise<Fleet> {
  const { jobs = 1 } = options;
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new KubebootError("usage", "jobs must be a whole number of at least 1");
  const fleet = await openFleet(description, options);
  if (jobs > 1 && fleet.nodes.length > 1) {
    const { shareFleet } = await import("./share-fleet.js");
    return shareFleet(
      description,
      options,
      fleet.nodes.map(({ member }) => member.name),
    );
  }
  const maker = new NodeMaker(fleet);
  const nodes: FleetNode[] = [];
  let done = 0;
  for (const node of fleet.nodes) {
    const bundle = await maker.make(node);
    if (bundle) nodes.push(makeNode(node, bundle, fleet.optionsOf(node.member).platform));
    options.onProgress?.(++done, fleet.nodes.length);
  }
  const findings = fleet.listFindings();
  if (hasErrors(findings)) {
    throw new KubebootError(maker.isUnreadable ? "unreadable" : "invalid", "the fleet has errors", findings);
  }
  return { nodes, names: fleet.read.members.map(({ name }) => name), findings };
}

/** What became of sources: a blob, or why there is none. */
interface Outcome {
  sources: ReadSources;
  result: Bundle | KubebootError;
}

/** Makes one blob after the other; nodes of a role with the same sources have the same. */
class NodeMaker {
  isUnreadable = false;
  readonly #last = new Map<object, Outcome>();

  constructor(readonly fleet: OpenedFleet) {}

  /** The blob of a node; null, and findings, where there is none. */
  async make(node: FilledMember): Promise<Bundle | null> {
    const { role, name } = node.member;
    const sources = await this.fleet.readNode(node);
    const last = this.#last.get(role);
    const outcome = last?.sources === sources ? last : await this.#bundle(node, sources);
    this.#last.set(role, outcome);
    const { result } = outcome;
    for (const found of result.findings) this.fleet.findings.add(found, name);
    if (!(result instanceof KubebootError)) return result;
    if (result.code === "unreadable") this.isUnreadable = true;
    return null;
  }

  async #bundle({ member }: FilledMember, sources: ReadSources): Promise<Outcome> {
    try {
      return { sources, result: await bundleSources(sources, this.fleet.optionsOf(member)) };
    } catch (error) {
      if (error instanceof KubebootError) return { sources, result: error };
      throw error;
    }
  }
}
