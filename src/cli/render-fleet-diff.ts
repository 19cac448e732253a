import { compareBundles, readBundle } from "../pipeline.js";
import type { Fleet } from "../create-fleet.js";
import type { WrittenFleet } from "../fleet/write-fleet.js";
import { renderChanges } from "./render-changes.js";
import { renderFleet } from "./render-fleet.js";

/** The table, and what would change in the blob of each node that has one. */
export async function renderFleetDiff(fleet: Fleet, written: WrittenFleet): Promise<string> {
  const sections = [renderFleet(fleet, written)];
  for (const { name, userData } of fleet.nodes.filter((node) => written.states[node.name] === "changed")) {
    const before = await readBundle(written.readBefore(name)!);
    const after = await readBundle(userData);
    sections.push(`\n${name}:\n${renderChanges({ before, after, parts: await compareBundles(before, after) })}`);
  }
  return sections.join("");
}
