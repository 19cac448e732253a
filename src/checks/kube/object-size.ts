import { finding, locationOf } from "../../findings/finding.js";
import { findExcess, measureAnnotations, MOST_ANNOTATIONS } from "../../kube/object-size.js";
import { readObjects } from "../../kube/read-objects.js";
import type { Check } from "../check.js";

export const objectSize: Check = {
  codes: ["object-too-large", "object-large"],
  target: "input",
  each: true,
  run: (parts) =>
    readObjects(parts).flatMap(({ part, value, locate }) => {
      const kind = typeof value["kind"] === "string" ? value["kind"] : "object";
      const excess = findExcess(value);
      if (excess) return [finding("object-too-large", locationOf(part, locate([])), { kind, ...excess })];
      const bytes = measureAnnotations(value);
      if (bytes <= MOST_ANNOTATIONS) return [];
      return [finding("object-large", locationOf(part, locate([])), { bytes, limit: MOST_ANNOTATIONS })];
    }),
};
