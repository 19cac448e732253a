import { isKubernetes, isTextType } from "../part/content-types.js";
import { isArchiveSource } from "../cloud-config/open-archives.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import { readText } from "../part/part-text.js";
import { splitDocuments } from "../kube/split-documents.js";
import { createPositionFinder, type TextPosition } from "../text/text-position.js";
import type { Check } from "./check.js";
import { SECRETS } from "./secret-shapes.js";

export const secrets: Check = {
  codes: ["secret-key", "secret-password", "secret-object"],
  target: "input",
  each: true,
  // The content of an archive is checked in its entries.
  run: (parts) => parts.filter((part) => isTextType(part.type) && !isArchiveSource(part)).flatMap(findSecrets),
};

/** At most one of a kind per line, in the order of the lines; only one in a Secret, which is meant to contain some. */
function findSecrets(part: Part): Finding[] {
  const text = readText(part);
  const shapes = SECRETS.flatMap((each) => (each.hint.test(text) ? each.shapes : []));
  if (shapes.length === 0) return [];
  const positionAt = createPositionFinder(text);
  const found = new Map<string, Finding>();
  for (const { code, what, pattern } of shapes) {
    for (const { 0: match, index, groups } of text.matchAll(pattern)) {
      const location = positionAt(index + match.length - groups!["secret"]!.length);
      if (code === "secret-password" && isComment(text, index)) continue;
      const line = `${code} ${location.line}`;
      if (!found.has(line)) found.set(line, finding(code, locationOf(part, location), { what }));
    }
  }
  const findings = [...found.values()].toSorted((a, b) => a.line! - b.line!);
  return isKubernetes(part.type) ? omitPasswordsOfSecrets(findings, text, positionAt) : findings;
}

function omitPasswordsOfSecrets(
  findings: readonly Finding[],
  text: string,
  positionAt: (offset: number) => TextPosition,
): Finding[] {
  const starts = splitDocuments(text).map(({ start }) => positionAt(start).line);
  const documentOf = ({ line }: Finding): number => starts.findLastIndex((start) => start <= line!);
  const ofSecrets = new Set(findings.filter(({ code }) => code === "secret-object").map(documentOf));
  return findings.filter((found) => found.code !== "secret-password" || !ofSecrets.has(documentOf(found)));
}

/** A comment that mentions a password seldom contains it. */
function isComment(text: string, index: number): boolean {
  return /^[ \t]*(?:#|\/\/)/.test(text.slice(text.lastIndexOf("\n", index - 1) + 1, index));
}
