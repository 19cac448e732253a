import { ALLOWABLE_CODES, finding, placeIn } from "../findings/finding.js";
import { findNearest } from "../text/find-nearest.js";
import { readAllowedCodes } from "../findings/suppressions.js";
import type { Check } from "./check.js";

const KNOWN = new Set<string>(ALLOWABLE_CODES);

export const allowUnknown: Check = {
  codes: ["allow-unknown"],
  of: "listed",
  run: (parts) =>
    parts.flatMap((part) =>
      readAllowedCodes(part)
        .filter(({ code }) => !KNOWN.has(code))
        .map(({ code, place }) =>
          finding("allow-unknown", placeIn(part, place), { code, nearest: findNearest(code, KNOWN) }),
        ),
    ),
};
