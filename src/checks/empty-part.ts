import { finding } from "../findings.js";
import type { Check } from "./check.js";

export const emptyPart: Check = {
  essential: false,
  run: (parts) =>
    parts.filter(({ content }) => content.length === 0).map(({ path }) => finding("part-empty", { path })),
};
