import { finding, locationOf } from "../findings/finding.js";
import type { Part } from "../model.js";
import { effectiveType, isTemplate } from "../part/effective-type.js";
import { readText } from "../part/part-text.js";
import { createPositionFinder } from "../text/text-position.js";
import type { Check } from "./check.js";

/** Names that only cloud-init's instance data has: other template languages, such as Helm's, do not. */
const NAME = /\{\{-?\s*(?:v1|ds\.meta_data)[.[]|\{%-?\s*(?:el)?if\s+(?:not\s+)?(?:v1|ds\.meta_data)[.[]/;

export const templateUnmarked: Check = {
  codes: ["template-unmarked"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.filter(isPlain).flatMap((part) => {
      const text = readText(part);
      const at = text.search(NAME);
      return at < 0 ? [] : [finding("template-unmarked", locationOf(part, createPositionFinder(text)(at)))];
    }),
};

function isPlain(part: Part): boolean {
  return (
    !isTemplate(part) &&
    !/^\s*##\s*template:/i.test(readText(part)) &&
    ["text/cloud-config", "text/x-shellscript"].includes(effectiveType(part))
  );
}
