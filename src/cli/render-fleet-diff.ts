import { compareBundles, readBundle } from "../pipeline.js";
import type { Fleet } from "../create-fleet.js";
import type { WrittenFleet } from "../fleet/write-fleet.js";
import type { OutputStyle } from "./output-style.js";
import { paint } from "./paint.js";
import { renderChanges } from "./render-changes.js";
import { renderFleet } from "./render-fleet.js";

/** The table, and what would change in the blob of each node that has one. */
export async function renderFleetDiff(fleet: Fleet, written: WrittenFleet, style: OutputStyle): Promise<string> {
  const sections = [renderFleet(fleet, written, style)];
  for (const { name, userData } of fleet.nodes.filter((node) => written.states[node.name] === "changed")) {
    const read = (content: Uint8Array) => readBundle({ name: written.record.nodes[name]!.path, content });
    const before = await read(written.readBefore(name)!);
    const after = await read(userData);
    const changes = { before, after, parts: await compareBundles(before, after) };
    sections.push(`\n${paint(`${name}:`, "bold", style)}\n${renderChanges(changes, style)}`);
  }
  return sections.join("");
}
