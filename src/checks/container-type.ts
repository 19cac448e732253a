import { finding, locationOf } from "../findings/finding.js";
import type { Check } from "./check.js";

/**
 * cloud-init descends into multipart and message parts and does not treat them as parts (user_data.py, is_skippable).
 */
export const containerType: Check = {
  codes: ["type-container"],
  target: "input",
  each: true,
  run: (parts) =>
    parts
      .filter(({ type }) => /^(multipart|message)\//.test(type))
      .map((part) => finding("type-container", locationOf(part), { type: part.type })),
};
