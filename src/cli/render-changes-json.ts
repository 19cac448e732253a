/** What is different in two blobs → one JSON object. */
import { compareParts, type PartChange } from "../compare-parts.js";
import type { ReadBundle, ReadPart } from "../model.js";
import { describeBlob, describeReadPart } from "./render-inspection-json.js";
import { renderJson } from "./render.js";
import { renderTextDiff } from "./render-text-diff.js";

/** The report of `inspect --diff --json`, with a newline at its end: every part, the unchanged ones too. */
export function renderChangesJson(before: ReadBundle, after: ReadBundle): string {
  return renderJson({
    before: describeBlob(before),
    after: describeBlob(after),
    parts: compareParts(before.parts, after.parts).map(describeChange),
    findings: [...before.findings, ...after.findings],
  });
}

function describeChange({ state, before, after }: PartChange) {
  const diff = state === "changed" ? renderTextDiff(before, after).join("\n") : "";
  return { state, before: before && describe(before), after: after && describe(after), diff: diff || null };
}

function describe(part: ReadPart) {
  return describeReadPart(part, part.number - 1);
}
