import { finding } from "../findings.js";
import type { Check } from "./check.js";

/** The types of user_data.py, DECOMP_TYPES: unpacked, and then sniffed as if nothing had been declared. */
const UNPACKED = /^application\/(x-)?(gzip|gunzip|compress)(-compressed|ped|ed)?$/;

export const compressedType: Check = {
  essential: false,
  run: (parts) =>
    parts
      .filter(({ type }) => UNPACKED.test(type))
      .map(({ path, type }) => finding("type-compressed", { path }, { type })),
};
