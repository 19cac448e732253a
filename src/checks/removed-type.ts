import { finding, locationOf } from "../findings/finding.js";
import type { Check } from "./check.js";

/** Type → the cloud-init release that removed it. */
const REMOVED: Readonly<Record<string, string>> = { "text/upstart-job": "22.2" };

export const removedType: Check = {
  codes: ["type-removed"],
  target: "input",
  run: (parts) =>
    parts.flatMap((part) => {
      const since = REMOVED[part.type];
      return since ? [finding("type-removed", locationOf(part), { type: part.type, since })] : [];
    }),
};
