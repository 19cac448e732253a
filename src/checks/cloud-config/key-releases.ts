import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Location, Part } from "../../model.js";
import { CHANGES, type Change } from "../../releases/changes.js";
import { judgeChange, listImagesWithout } from "../../releases/judge-change.js";
import { NEWEST_RELEASE, type Release } from "../../releases/releases.js";
import { memoizeContent } from "../../part/memoize-content.js";
import type { Check } from "../check.js";
import { nameRelease } from "../name-release.js";
import { findPaths } from "./find-paths.js";

const KEYS = CHANGES.filter(({ kind }) => kind === "key");

export const keyReleases: Check = {
  codes: ["config-key-removed", "config-key-newer", "config-key-updates", "config-key-differs", "config-key-foreign"],
  target: "input",
  run: (parts, release) => {
    const configs = parts.filter(isCloudConfig);
    return KEYS.flatMap((change, index) => {
      const places = configs.flatMap((part) => locateKey(part, index));
      return release === null ? judgeForAll(change, places) : judgeForOne(change, places, release);
    });
  },
};

/** The paths of each of the keys. */
const findKeys = memoizeContent((content) => KEYS.map(({ name }) => findPaths(rootOf({ content }), name)));

/** Where a key is: most of what is found is not reported. */
type Place = () => Location;

function locateKey(part: Part, index: number): Place[] {
  return findKeys(part.content)[index]!.map((path) => () => locationOf(part, readConfig(part).locate(path)));
}

/** What differs is said once. */
function judgeForAll(change: Change, places: readonly Place[]): Finding[] {
  const { name, since = "", until = "" } = change;
  if (places.length === 0) return [];
  if (judgeChange(change, NEWEST_RELEASE) === "gone") {
    return places.map((place) => finding("config-key-removed", place(), { key: name, since: until, named: null }));
  }
  const images = listImagesWithout(change).map((image) => image.name);
  return images.length === 0 ? [] : [finding("config-key-differs", places[0]!(), { name, since, images })];
}

function judgeForOne(change: Change, places: readonly Place[], release: Release): Finding[] {
  const { name, since = "", until = "" } = change;
  const support = isInIgnored(change, release) ? "yes" : judgeChange(change, release);
  const named = nameRelease(release, support);
  return places.flatMap((place): Finding[] => {
    switch (support) {
      case "yes":
        return [];
      case "new":
        return [finding("config-key-newer", place(), { name, since, ...named })];
      case "updates":
        return [finding("config-key-updates", place(), { name, since, ...named })];
      case "gone":
        return [{ ...finding("config-key-removed", place(), { key: name, since: until, named }), severity: "error" }];
      case "foreign":
        return [finding("config-key-foreign", place(), { name, release: release.name })];
    }
  });
}

/** Whether the key is in one that is reported itself. */
function isInIgnored({ name }: Change, release: Release): boolean {
  const [root] = name.split(/[.[]/, 1);
  const around = root === name ? undefined : KEYS.find((change) => change.name === root);
  return around !== undefined && judgeChange(around, release) !== "yes";
}
