import { finding, locationOf } from "../findings/finding.js";
import type { Check } from "./check.js";

export const emptyPart: Check = {
  codes: ["part-empty"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.filter(({ content }) => content.length === 0).map((part) => finding("part-empty", locationOf(part))),
};
