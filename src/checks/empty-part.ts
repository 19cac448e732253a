import { finding, placeIn } from "../findings/finding.js";
import type { Check } from "./check.js";

export const emptyPart: Check = {
  codes: ["part-empty"],
  of: "listed",
  run: (parts) =>
    parts.filter(({ content }) => content.length === 0).map((part) => finding("part-empty", placeIn(part))),
};
