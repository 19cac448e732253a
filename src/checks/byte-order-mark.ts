import { MARKERS, isKubernetes } from "../part/content-types.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Check } from "./check.js";

/** Behind the mark neither cloud-init's marker nor the kernel's `#!` is recognized. */
const BROKEN_BY_MARK = new Set<string>(MARKERS.map(({ type }) => type).filter((type) => !isKubernetes(type)));

export const byteOrderMark: Check = {
  codes: ["text-bom"],
  target: "input",
  each: true,
  run: (parts) =>
    parts
      .filter(({ type, content: [a, b, c] }) => BROKEN_BY_MARK.has(type) && a === 0xef && b === 0xbb && c === 0xbf)
      .map((part) => finding("text-bom", locationOf(part, { line: 1, column: 1 }), { type: part.type })),
};
