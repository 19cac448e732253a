/** The nodes of a fleet, and what a folder holds → the files that it will hold. */
import { finding } from "../findings/finding.js";
import type { Finding } from "../model.js";
import type { FleetNode } from "./fleet-node.js";
import { RECORD_NAME, writeRecord, type FleetRecord, type RecordedNode } from "./record.js";

/** What becomes of a node's files. */
export type NodeState = "new" | "changed" | "same" | "gone" | "removed";

/** The file of a node with its user-data. */
export const USER_DATA = "user-data";
/** The file of a node with its metadata. */
const META_DATA = "meta-data";

/** What was made. */
export interface MadeFleet {
  nodes: readonly FleetNode[];
  /** The names of all nodes of the description. */
  names: readonly string[];
  findings: readonly Finding[];
}

/** What a folder will hold. */
export interface FleetPlan {
  /** The content of each file by its path in the folder; null for one that must not be there. */
  files: Map<string, Uint8Array | null>;
  record: FleetRecord;
  /** The nodes that are no longer in the description. */
  gone: string[];
}

/** Plans the files; nodes that were not made keep theirs, and with `prune` those that are gone have none. */
export function planFleet({ nodes, names, findings }: MadeFleet, before: FleetRecord, prune: boolean): FleetPlan {
  const files: FleetPlan["files"] = new Map();
  const made = new Map(nodes.map((node) => [node.name, node]));
  const about = groupByNode(findings);
  const record: FleetRecord = { nodes: {}, gone: [] };
  for (const name of names) {
    const node = made.get(name);
    const entry = node ? describeNode(node, about.get(name) ?? []) : before.nodes[name];
    if (entry) record.nodes[name] = entry;
    if (!node) continue;
    files.set(`${name}/${USER_DATA}`, node.userData);
    files.set(`${name}/${META_DATA}`, node.metaData === null ? null : new TextEncoder().encode(node.metaData));
  }
  const known = new Set(names);
  const gone = [...new Set([...Object.keys(before.nodes), ...before.gone])].filter((name) => !known.has(name));
  if (prune) for (const name of gone) files.set(`${name}/${USER_DATA}`, null).set(`${name}/${META_DATA}`, null);
  else record.gone = gone;
  files.set(RECORD_NAME, new TextEncoder().encode(writeRecord(record)));
  return { files, record, gone };
}

function describeNode({ name, userData, sha256, role, values }: FleetNode, findings: Finding[]): RecordedNode {
  return { path: `${name}/${USER_DATA}`, bytes: userData.length, sha256, role, values, findings };
}

/** Each finding once for each of its nodes, without the names of the others. */
function groupByNode(findings: readonly Finding[]): Map<string, Finding[]> {
  const grouped = new Map<string, Finding[]>();
  for (const { nodes = [], ...found } of findings) {
    for (const name of nodes) grouped.set(name, [...(grouped.get(name) ?? []), found as Finding]);
  }
  return grouped;
}

/** What says that nodes are gone, one finding for each. */
export function describeGone(gone: readonly string[], directory: string): Finding[] {
  return gone.map((name) => finding("fleet-node-gone", { path: `${directory}/${name}` }, { name }));
}
