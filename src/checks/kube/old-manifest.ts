import { finding, locationOf } from "../../findings/finding.js";
import { findOldObject } from "../../kube/find-old-objects.js";
import { isManifest } from "../../kube/read-objects.js";
import { readText } from "../../part/part-text.js";
import type { Check } from "../check.js";

/** Only in finished blobs: bundling reports it if it does not upgrade (kube/arrange-manifests.ts). */
export const oldManifest: Check = {
  codes: ["manifest-old"],
  target: "arranged",
  each: true,
  run: (parts) =>
    parts
      .filter((part) => part.number !== null && isManifest(part))
      .flatMap((part) => {
        const found = findOldObject(readText(part));
        if (found === null) return [];
        return [finding("manifest-old", locationOf(part, { line: found.line }), { version: found.version })];
      }),
};
