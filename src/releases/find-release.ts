import { KubebootError } from "../errors.js";
import { findNearest } from "../text/find-nearest.js";
import { joinWords } from "../text/join-words.js";
import { compareVersions } from "./compare-versions.js";
import { IMAGES } from "./images.js";
import { releaseOfVersion, VERSIONS, type Release } from "./releases.js";

/**
 * The release with this name: an image or its alias, in any case, or a version of cloud-init such as `22.4` or
 * `22.4.2`.
 *
 * @throws {KubebootError} `usage` for an unknown name, with the nearest known one
 */
export function findRelease(name: string): Release {
  const text = name.toLowerCase();
  if (isVersion(text)) return releaseOfVersion(text);
  const image = IMAGES.find((each) => namesOf(each).includes(text));
  if (image === undefined) throw new KubebootError("usage", describeUnknown(name));
  return image;
}

/** From 17.1 on, a third number counts the bug-fix releases. */
function isVersion(text: string): boolean {
  return (
    VERSIONS.includes(text) || (/^[1-9]\d*\.\d+\.\d+$/.test(text) && VERSIONS.includes(text.replace(/\.\d+$/, "")))
  );
}

function describeUnknown(name: string): string {
  const parts = IMAGES.flatMap(namesOf).filter((each) => each.split("-").includes(name.toLowerCase()));
  if (parts.length > 0) return `unknown release "${name}": use ${joinWords(parts)}`;
  const nearest = /^\d+\.[\d.]*\d$/.test(name) ? findNearestVersion(name) : findNearestImage(name.toLowerCase());
  const wayOut = nearest === null ? "`kubeboot releases` lists those that are known" : `did you mean ${nearest}?`;
  return `unknown release "${name}": ${wayOut}`;
}

/** The newest release that is not newer. */
function findNearestVersion(version: string): string {
  return VERSIONS.findLast((each) => compareVersions(each, version) <= 0) ?? VERSIONS[0]!;
}

function findNearestImage(name: string): string | null {
  return findNearest(name, IMAGES.flatMap(namesOf));
}

function namesOf({ name, aliases }: Release): string[] {
  return [name, ...aliases];
}
