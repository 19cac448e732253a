import { DEPRECATED_KEYS } from "../../cloud-config/config-keys.js";
import { isCloudConfig, readConfig } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import { CHANGES } from "../../releases/changes.js";
import { compareVersions } from "../../releases/compare-versions.js";
import { judgeChange, listImagesWithout } from "../../releases/judge-change.js";
import type { Release } from "../../releases/releases.js";
import type { Check } from "../check.js";
import { findPaths } from "./find-paths.js";

export const outdatedKeys: Check = {
  codes: ["config-key-deprecated"],
  target: "input",
  each: true,
  run: (parts, release) => parts.filter(isCloudConfig).flatMap((part) => findDeprecated(part, release)),
};

function findDeprecated(part: Part, release: Release | null): Finding[] {
  const { documents, locate } = readConfig(part);
  return Object.entries(DEPRECATED_KEYS).flatMap(([pattern, { since, by }]) => {
    // Few keys are in the part, and comparing releases takes longer than looking for one.
    const paths = findPaths(documents[0], pattern);
    if (paths.length === 0 || !hasReplacement(pattern, { since, by }, release)) return [];
    return paths.map((path) =>
      finding("config-key-deprecated", locationOf(part, locate(path)), { key: String(path.at(-1)), since, by }),
    );
  });
}

/** In an older release the key is the only one; so it is without a release, if images with updates do not know `by`. */
function hasReplacement(key: string, { since, by }: { since: string; by: string }, release: Release | null): boolean {
  const sibling = key.replace(/[^.]+$/, by);
  const change = CHANGES.find(({ name }) => name === by || name === sibling);
  if (release === null) return change === undefined || listImagesWithout(change).length === 0;
  if (release.version !== null && compareVersions(since, release.version) > 0) return false;
  return change === undefined || !["new", "updates"].includes(judgeChange(change, release));
}
