import { finding } from "../findings.js";
import type { Check } from "./check.js";

/** Type → the cloud-init release that removed it. */
const REMOVED: Readonly<Record<string, string>> = { "text/upstart-job": "22.2" };

export const removedType: Check = {
  essential: false,
  run: (parts) =>
    parts.flatMap(({ path, type }) => {
      const since = REMOVED[type];
      return since ? [finding("type-removed", { path }, { type, since })] : [];
    }),
};
