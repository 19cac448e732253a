import { listMerges, type Merge } from "../../cloud-config/list-merges.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Location } from "../../model.js";
import type { Check } from "../check.js";

export const mergeTypes: Check = {
  codes: ["merge-type-broken", "merge-type-first"],
  target: "arranged",
  run: (parts) => {
    const merges = listMerges(parts);
    return [...findFirst(merges), ...merges.flatMap(findBroken)];
  },
};

function findBroken(merge: Merge): Finding[] {
  const { problem } = merge;
  return problem === null ? [] : [finding("merge-type-broken", placeOf(merge), { problem })];
}

/** If all others have one too, all were probably given the same; a single file may be meant for another bundle. */
function findFirst([first, ...others]: readonly Merge[]): Finding[] {
  if (!first || !hasMergeType(first) || first.problem !== null) return [];
  const matters = others.length === 0 ? first.header !== "" : !others.every(hasMergeType);
  return matters ? [finding("merge-type-first", placeOf(first))] : [];
}

function hasMergeType({ header, hasOwn }: Merge): boolean {
  return header !== "" || hasOwn;
}

function placeOf({ part, config, hasOwn, root }: Merge): Location {
  if (!hasOwn) return locationOf(part);
  return locationOf(part, config.locate([(root?.["merge_how"] ?? null) === null ? "merge_type" : "merge_how"]));
}
