import type { Change } from "./changes.js";
import { compareVersions } from "./compare-versions.js";
import { IMAGES } from "./images.js";
import { OLDEST_SUPPORTED, type Release } from "./releases.js";

/**
 * Whether a release reads something.
 *
 * - `yes`: it does.
 * - `new`: its cloud-init is too old.
 * - `updates`: only since its updates; the first images do not.
 * - `gone`: its cloud-init is too new.
 * - `foreign`: it does not on this distribution.
 */
export type Support = "yes" | "new" | "updates" | "gone" | "foreign";

/** Whether cloud-init reads it in the release; for a program other than cloud-init, `yes`. */
export function judgeChange({ since, until, on, name }: Change, release: Release): Support {
  const { version, latest, distribution, withoutModules } = release;
  if (version === null || latest === null) return "yes";
  // Amazon changes the modules, so their lists say nothing about its images.
  if (distribution !== null && distribution !== "amazon" && on && !on.includes(distribution)) return "foreign";
  if (until !== undefined && compareVersions(until, latest) <= 0) return "gone";
  if (since !== undefined && compareVersions(since, latest) > 0) return "new";
  if (withoutModules.includes(name)) return "foreign";
  return since !== undefined && compareVersions(since, version) > 0 ? "updates" : "yes";
}

/**
 * The images with updates whose cloud-init is too old for it, although others are not; only those that are not older
 * than {@link OLDEST_SUPPORTED}, and not those of other distributions.
 */
export function listImagesWithout(change: Change): Release[] {
  const images = IMAGES.filter(({ supported, latest }) => supported && latest !== null && !isOld(latest));
  return images.filter((image) => judgeChange(change, image) === "new");
}

function isOld(version: string): boolean {
  return compareVersions(version, OLDEST_SUPPORTED) < 0;
}
