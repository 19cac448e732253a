import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import { resolveType } from "../part/resolve-type.js";
import { CHANGES, type Change } from "../releases/changes.js";
import { judgeChange } from "../releases/judge-change.js";
import { NEWEST_RELEASE, type Release } from "../releases/releases.js";
import type { Check } from "./check.js";
import { nameRelease } from "./name-release.js";

const TYPES = new Map(CHANGES.filter(({ kind }) => kind === "type").map((change) => [change.name, change]));

export const typeReleases: Check = {
  codes: ["type-removed", "type-newer", "type-updates"],
  target: "input",
  each: true,
  run: (parts, release) =>
    parts.flatMap((part) => {
      const change = TYPES.get(resolveType(part.type, part.content));
      return change === undefined ? [] : judgeType(part, change, release);
    }),
};

/** Without a release, only what the newest has removed: the others are known to all that still get updates. */
function judgeType(part: Part, change: Change, release: Release | null): Finding[] {
  const { name, since = "", until = "" } = change;
  const support = judgeChange(change, release ?? NEWEST_RELEASE);
  const named = release === null ? null : nameRelease(release, support);
  const location = locationOf(part);
  if (support === "gone") {
    const found = finding("type-removed", location, { type: name, since: until, named });
    return [named === null ? found : { ...found, severity: "error" }];
  }
  if (named === null || (support !== "new" && support !== "updates")) return [];
  return [finding(support === "new" ? "type-newer" : "type-updates", location, { name, since, ...named })];
}
