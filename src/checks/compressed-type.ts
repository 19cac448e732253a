import { isCompressed } from "../part/content-types.js";
import { finding, locationOf } from "../findings/finding.js";
import { declaredType } from "../part/declared-type.js";
import type { Check } from "./check.js";

export const compressedType: Check = {
  codes: ["type-compressed"],
  target: "input",
  each: true,
  run: (parts) =>
    parts
      .filter((part) => isCompressed(declaredType(part)))
      .map((part) => finding("type-compressed", locationOf(part), { type: declaredType(part) })),
};
