import type { NamedRelease } from "../findings/releases.js";
import type { Support } from "../releases/judge-change.js";
import type { Release } from "../releases/releases.js";

/** The release, with the version that decides: that of the first images where updates make the difference. */
export function nameRelease({ name, version, latest }: Release, support: Support): NamedRelease {
  return { release: name, version: (support === "updates" ? version : latest) ?? name };
}
