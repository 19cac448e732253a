import { isCompressed } from "../content-types.js";
import { finding, placeIn } from "../findings.js";
import { declaredType } from "../declared-type.js";
import type { Check } from "./check.js";

export const compressedType: Check = {
  codes: ["type-compressed"],
  of: "listed",
  run: (parts) =>
    parts
      .filter((part) => isCompressed(declaredType(part)))
      .map((part) => finding("type-compressed", placeIn(part), { type: declaredType(part) })),
};
