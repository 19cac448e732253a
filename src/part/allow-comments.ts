/** `# kubeboot: allow CODE…` in the text of a part → the codes that it allows. */
import { locationOf, type Location } from "../findings/finding.js";
import type { Part } from "../model.js";
import { createPositionFinder, type TextPosition } from "../text/text-position.js";
import { isTextType } from "./content-types.js";
import { readText } from "./part-text.js";

/** A code that a comment names, and its location. */
export interface AllowedCode {
  code: string;
  location: Location;
  /** Where its findings are suppressed. */
  covered: Location[];
}

const COMMENT = /#[ \t]*kubeboot:[ \t]*allow[ \t]+(?<codes>[\w-]+(?:[ \t,]+[\w-]+)*)/g;

/**
 * The codes that comments in the part name, in order. A comment covers its own line and the next; on the first two
 * lines, because the first may be a marker, also findings without a line.
 */
export function readAllowedCodes(part: Part): AllowedCode[] {
  const text = isTextType(part.type) ? readText(part) : "";
  const positionAt = createPositionFinder(text);
  return [...text.matchAll(COMMENT)].flatMap(({ 0: match, index, groups }) => {
    const codes = groups!["codes"]!;
    const start = index + match.length - codes.length;
    return [...codes.matchAll(/[\w-]+/g)].map(({ 0: code, index: at }) => {
      const position = positionAt(start + at);
      return { code, location: locationOf(part, position), covered: listCovered(part, position) };
    });
  });
}

function listCovered(part: Part, { line }: TextPosition): Location[] {
  const lines = [{ line }, { line: line + 1 }, ...(line <= 2 ? [null] : [])];
  return lines.map((each) => locationOf(part, each));
}
