import { finding } from "../findings.js";
import type { Check } from "./check.js";

/** cloud-init walks into multipart and message parts and never sees them as parts (user_data.py, is_skippable). */
export const containerType: Check = {
  essential: true,
  run: (parts) =>
    parts
      .filter(({ type }) => /^(multipart|message)\//.test(type))
      .map(({ path, type }) => finding("type-container", { path }, { type })),
};
