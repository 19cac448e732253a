/** `# kubeboot: allow CODE…` in the text of a part → the codes that it allows. */
import { locationOf, type Location } from "../findings/finding.js";
import type { Part } from "../model.js";
import { createPositionFinder } from "../text/text-position.js";
import { isTextType } from "./content-types.js";
import { readText } from "./part-text.js";

/** A code that a comment names, and where it does. */
export interface AllowedCode {
  code: string;
  location: Location;
}

const COMMENT = /#[ \t]*kubeboot:[ \t]*allow[ \t]+(?<codes>[\w-]+(?:[ \t,]+[\w-]+)*)/g;

/** The codes that comments in the part name, one after the other. */
export function readAllowedCodes(part: Part): AllowedCode[] {
  const text = isTextType(part.type) ? readText(part) : "";
  const positionAt = createPositionFinder(text);
  return [...text.matchAll(COMMENT)].flatMap(({ 0: match, index, groups }) => {
    const codes = groups!["codes"]!;
    const start = index + match.length - codes.length;
    return [...codes.matchAll(/[\w-]+/g)].map(({ 0: code, index: at }) => {
      return { code, location: locationOf(part, positionAt(start + at)) };
    });
  });
}
