/** A fleet that was made → strings. */
import type { Fleet } from "../create-fleet.js";
import type { FleetNode } from "../fleet/fleet-node.js";
import type { WrittenFleet } from "../fleet/write-fleet.js";
import { renderJson } from "./render.js";
import type { OutputStyle } from "./output-style.js";
import { paint } from "./paint.js";
import { renderRows } from "./render-table.js";

const HEAD = ["NODE", "ROLE", "PARTS", "BYTES", "LIMIT", ""];

/** A table with a row for each node, and for each node that is gone; a share over the limit is red. */
export function renderFleet({ nodes }: Fleet, { states }: WrittenFleet, style: OutputStyle): string {
  const rows = nodes.map((node) => describeNode(node, states[node.name]!));
  const made = new Set(nodes.map(({ name }) => name));
  const others = Object.entries(states).filter(([name]) => !made.has(name));
  const gone = others.map(([name, state]) => [name, "", "", "", "", state]);
  const layout = { cut: [0, 1], alignedRight: [2, 3, 4] };
  const [head, ...lines] = renderRows([HEAD, ...rows, ...gone], layout, style);
  const colored = lines.map((line, row) => (isOver(nodes[row]) ? paintShare(line, style) : line));
  return [head, ...colored].map((line) => `${line}\n`).join("");
}

function isOver(node: FleetNode | undefined): boolean {
  return node !== undefined && node.limit !== null && node.size > node.limit;
}

function paintShare(line: string, style: OutputStyle): string {
  return line.replace(/\d+ %/, (share) => paint(share, "red", style));
}

function describeNode({ name, role, parts, userData, size, limit }: FleetNode, state: string): string[] {
  const share = limit === null ? "" : `${Math.floor((size * 100) / limit)} %`;
  return [name, role, String(parts), String(userData.length), share, state];
}

/** The record of the fleet, with what became of each node. */
export function renderFleetJson({ findings }: Fleet, { record, states, findings: more }: WrittenFleet): string {
  const nodes = Object.entries(record.nodes).map(([name, node]) => [name, { ...node, state: states[name] ?? null }]);
  return renderJson({ ...record, nodes: Object.fromEntries(nodes) as object, findings: [...findings, ...more] });
}
