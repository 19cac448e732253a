import { isCompressed } from "../part/content-types.js";
import { finding, placeIn } from "../findings/finding.js";
import { declaredType } from "../part/declared-type.js";
import type { Check } from "./check.js";

export const compressedType: Check = {
  codes: ["type-compressed"],
  of: "listed",
  run: (parts) =>
    parts
      .filter((part) => isCompressed(declaredType(part)))
      .map((part) => finding("type-compressed", placeIn(part), { type: declaredType(part) })),
};
