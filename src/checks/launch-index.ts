import { finding, locationOf } from "../findings/finding.js";
import type { Check } from "./check.js";

/** cloud-init drops such parts before any handler (cloudinit/filters/launch_index.py). */
export const launchIndex: Check = {
  codes: ["part-launch-index"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.flatMap((part) => {
      const [, index] = Object.entries(part.headers).find(([name]) => name.toLowerCase() === "launch-index") ?? [];
      return index === undefined ? [] : [finding("part-launch-index", locationOf(part), { index: index.trim() })];
    }),
};
