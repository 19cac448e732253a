import { finding, locationOf } from "../findings/finding.js";
import { findMismatchedMarker } from "../part/find-mismatched-marker.js";
import type { Check } from "./check.js";

export const typeMismatch: Check = {
  codes: ["type-mismatch"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.flatMap((part) => {
      const marker = findMismatchedMarker(part);
      if (marker === null) return [];
      const args = { type: part.type, marker: marker.marker, meant: marker.type };
      return [finding("type-mismatch", locationOf(part, { line: 1 }), args)];
    }),
};
