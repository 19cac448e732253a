import { listMerges, type Merge } from "../../cloud-config/list-merges.js";
import { MERGER_OPTIONS } from "../../cloud-config/merger-options.js";
import { findNearest } from "../../text/find-nearest.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Location } from "../../model.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Check } from "../check.js";

/** Mergers silently ignore options that they do not know. */
export const mergeOptions: Check = {
  codes: ["merge-option-unknown"],
  target: "arranged",
  run: (parts) => listMerges(parts).flatMap((merge) => (merge.problem === null ? checkMerge(merge) : [])),
};

function checkMerge(merge: Merge): Finding[] {
  return merge.mergers.flatMap(({ of, options }) =>
    options
      .filter((option) => !MERGER_OPTIONS[of].includes(option))
      .map((option) => {
        const known = MERGER_OPTIONS[of];
        const nearest = findNearest(option.toLowerCase().replaceAll("-", "_"), known);
        return finding("merge-option-unknown", locateOption(merge, option), { of, option, nearest, known });
      }),
  );
}

/** In the body, or else in a header, which has no line. */
function locateOption({ part, config, root }: Merge, option: string): Location {
  const key = (root?.["merge_how"] ?? null) === null ? "merge_type" : "merge_how";
  const how = root?.[key];
  if (typeof how === "string") {
    const column = how.toLowerCase().replaceAll("-", "_").indexOf(option) + 1;
    if (column > 0) return locationOf(part, config.locateInside([key], { line: 1, column }));
  }
  const path = Array.isArray(how) ? findPath(how, option) : null;
  return path ? locationOf(part, config.locateValue([key, ...path])) : locationOf(part);
}

/** Items are lists that begin with the name, or mappings with settings, which are a list or one text. */
function findPath(items: readonly unknown[], option: string): NodePath | null {
  for (const [index, item] of items.entries()) {
    const settings: unknown = isMapping(item) ? item["settings"] : item;
    const path = isMapping(item) ? [index, "settings"] : [index];
    if (settings === option) return path;
    const at = Array.isArray(settings) ? settings.indexOf(option, isMapping(item) ? 0 : 1) : -1;
    if (at !== -1) return [...path, at];
  }
  return null;
}
