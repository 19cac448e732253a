import { finding, placeIn } from "../findings.js";
import type { Check } from "./check.js";

/** The types of user_data.py, DECOMP_TYPES: unpacked, and then sniffed as if nothing had been declared. */
const UNPACKED = /^application\/(x-)?(gzip|gunzip|compress)(-compressed|ped|ed)?$/;

export const compressedType: Check = {
  codes: ["type-compressed"],
  of: "listed",
  run: (parts) =>
    parts
      .filter(({ type }) => UNPACKED.test(type))
      .map((part) => finding("type-compressed", placeIn(part), { type: part.type })),
};
