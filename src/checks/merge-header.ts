import { effectiveType } from "../part/effective-type.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import type { Check } from "./check.js";

export const mergeHeader: Check = {
  codes: ["merge-header-unread"],
  target: "arranged",
  each: true,
  run: (parts) => parts.flatMap(findUnread),
};

/** cloud-init looks the names up in a plain dict, so case matters (handlers/cloud_config.py, _extract_mergers). */
function findUnread(part: Part): Finding[] {
  const names = Object.keys(part.headers).filter((name) => /^(?:x-)?merge-type$/i.test(name));
  const type = effectiveType(part);
  return names
    .filter((name) => type !== "text/cloud-config" || !/^(?:X-)?Merge-Type$/.test(name))
    .map((name) => finding("merge-header-unread", locationOf(part), { name, type }));
}
