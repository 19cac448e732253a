import { effectiveType } from "../part/effective-type.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Part } from "../model.js";
import { isScript } from "../part/script-folders.js";
import type { Check } from "./check.js";

/** Types that Python's own parsers read, or that name files and hosts. In YAML, a NUL is a syntax error. */
const REFUSED_IN = new Set([
  "text/part-handler",
  "text/cloud-config-jsonp",
  "text/cloud-config-archive",
  "text/x-include-url",
  "text/x-include-once-url",
]);

export const nul: Check = {
  codes: ["text-nul", "script-nul"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.flatMap((part) => {
      const offset = part.content.indexOf(0);
      if (offset === -1) return [];
      const type = effectiveType(part);
      const location = locationOf(part, { line: countLines(part, offset) });
      if (REFUSED_IN.has(type)) return [finding("text-nul", location, { type })];
      return isScript(type) ? [finding("script-nul", location)] : [];
    }),
};

function countLines({ content }: Part, end: number): number {
  return content.subarray(0, end).reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1);
}
