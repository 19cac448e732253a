import { finding } from "../findings/finding.js";
import { listAllowableCodes } from "../findings/table.js";
import { findNearest } from "../text/find-nearest.js";
import { readAllowedCodes } from "../part/allow-comments.js";
import type { Check } from "./check.js";

export const allowUnknown: Check = {
  codes: ["allow-unknown"],
  target: "input",
  each: true,
  run: (parts) => {
    // The comments of entries are checked in their archive.
    const allowed = parts.flatMap((part) => ("isEntry" in part ? [] : readAllowedCodes(part)));
    if (allowed.length === 0) return [];
    const known = new Set<string>(listAllowableCodes());
    return allowed
      .filter(({ code }) => !known.has(code))
      .map(({ code, location }) => finding("allow-unknown", location, { code, nearest: findNearest(code, known) }));
  },
};
