import { isDeepStrictEqual } from "node:util";
import { listMerges, type Merge } from "../../cloud-config/list-merges.js";
import { DEFAULT_MERGERS, mergeConfigs } from "../../cloud-config/merge-configs.js";
import { withoutMergeHow } from "../../cloud-config/read-mergers.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding } from "../../model.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { Check } from "../check.js";

/** Merges as cloud-init does, and compares the result for every key that two parts have. */
export const mergedKeys: Check = {
  codes: ["config-replaced", "config-ignored", "merge-failed"],
  target: "arranged",
  run: (parts) => {
    const merged: Merged = { config: {}, locations: new Map() };
    return listMerges(parts).flatMap((merge) => addPart(merge, merged));
  },
};

/** The config merged so far, and the location of each key in the last part that affected it. */
interface Merged {
  config: Readonly<Record<string, unknown>>;
  locations: Map<string, string>;
}

function addPart({ part, config, root, mergers, problem }: Merge, merged: Merged): Finding[] {
  if (root === null || problem !== null) return [];
  const earlier = merged.config;
  const later = withoutMergeHow(root);
  merged.config = mergeConfigs(earlier, later, mergers.length > 0 ? mergers : DEFAULT_MERGERS);
  if (merged.config === earlier) return [finding("merge-failed", locationOf(part))];
  return Object.keys(later).flatMap((key) => {
    const location = locationOf(part, config.locate([key]));
    const where = merged.locations.get(key) ?? "";
    const code = Object.hasOwn(earlier, key) ? findLoss(earlier[key], later[key], merged.config[key]) : null;
    if (code !== "config-ignored") {
      merged.locations.set(
        key,
        `${part.number === null ? `${part.path}:` : `part ${part.number}, line `}${location.line}`,
      );
    }
    return code === null ? [] : [finding(code, location, { key, where })];
  });
}

/** Nothing is lost if the values are equal or one is empty. */
function findLoss(earlier: unknown, later: unknown, merged: unknown): "config-replaced" | "config-ignored" | null {
  if (isEmpty(earlier) || isEmpty(later) || isDeepStrictEqual(earlier, later)) return null;
  if (isDeepStrictEqual(merged, later)) return "config-replaced";
  return isDeepStrictEqual(merged, earlier) ? "config-ignored" : null;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || (isMapping(value) && Object.keys(value).length === 0);
}
