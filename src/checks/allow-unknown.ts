import { finding } from "../findings/finding.js";
import { ALLOWABLE_CODES } from "../findings/table.js";
import { findNearest } from "../text/find-nearest.js";
import { readAllowedCodes } from "../part/allow-comments.js";
import type { Check } from "./check.js";

const KNOWN = new Set<string>(ALLOWABLE_CODES);

export const allowUnknown: Check = {
  codes: ["allow-unknown"],
  target: "input",
  each: true,
  run: (parts) =>
    // The comments of entries are checked in their archive.
    parts.flatMap((part) =>
      ("isEntry" in part ? [] : readAllowedCodes(part))
        .filter(({ code }) => !KNOWN.has(code))
        .map(({ code, location }) => finding("allow-unknown", location, { code, nearest: findNearest(code, KNOWN) })),
    ),
};
