/** `# kubeboot: allow CODE…` in the text of a part → the findings that it leaves. */
import { isText } from "../part/content-types.js";
import type { Finding, Part } from "../model.js";
import { readText } from "../part/part-text.js";
import { createPositionFinder, type TextPosition } from "../text/text-position.js";

/** A code that a comment names, and where it does. */
export interface AllowedCode {
  code: string;
  location: TextPosition;
}

const COMMENT = /#[ \t]*kubeboot:[ \t]*allow[ \t]+(?<codes>[\w-]+(?:[ \t,]+[\w-]+)*)/g;

/** The codes that comments in the part name, one after the other. */
export function readAllowedCodes(part: Part): AllowedCode[] {
  const text = isText(part.type) ? readText(part) : "";
  const positionAt = createPositionFinder(text);
  return [...text.matchAll(COMMENT)].flatMap(({ 0: match, index, groups }) => {
    const codes = groups!["codes"]!;
    const start = index + match.length - codes.length;
    return [...codes.matchAll(/[\w-]+/g)].map(({ 0: code, index: at }) => ({ code, location: positionAt(start + at) }));
  });
}

/**
 * Leaves out what comments allow: a finding with a line by one on that line or the one above; one without a
 * line by one on the first two lines of its part, for a marker may need the first.
 *
 * @param kept the codes that no comment silences
 */
export function applySuppressions(
  findings: readonly Finding[],
  parts: readonly Part[],
  kept: ReadonlySet<string>,
): Finding[] {
  const allowed = new Set(parts.flatMap((part) => readAllowedCodes(part).flatMap((each) => namePlaces(part, each))));
  return findings.filter((found) => allowed.size === 0 || kept.has(found.code) || !allowed.has(namePlace(found)));
}

/** Every place at which the comment silences its code. */
function namePlaces({ path, number }: Part, { code, location: { line } }: AllowedCode): string[] {
  const lines = [line, line + 1, ...(line <= 2 ? [null] : [])];
  return lines.map((each) => namePlace({ path, part: number, line: each, code }));
}

function namePlace({ path, part, line, code }: Pick<Finding, "path" | "part" | "line" | "code">): string {
  return JSON.stringify([path, part, line, code]);
}
