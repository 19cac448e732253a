import { CHANGES, type Change } from "./changes.js";
import { judgeChange } from "./judge-change.js";
import type { Release } from "./releases.js";

/** Whether the cloud-init of today's images of a release reads a content type, or a key of cloud-config by its path. */
export function isRead(kind: Change["kind"], name: string, release: Release): boolean {
  const change = CHANGES.find((each) => each.kind === kind && each.name === name);
  const support = change === undefined ? "yes" : judgeChange(change, release);
  return support === "yes" || support === "updates";
}
