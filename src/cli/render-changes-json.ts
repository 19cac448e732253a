/** The differences of two blobs → one JSON object. */
import type { PartChange, ReadPart } from "../model.js";
import type { BundleChanges } from "./bundle-changes.js";
import { describeBlob, describeReadPart } from "./render-inspection-json.js";
import { renderJson } from "./render.js";
import { makeDiffBudget, renderTextDiff, type DiffBudget } from "./render-text-diff.js";

/** The report of `inspect --diff --json`, with a final newline: every part, including unchanged ones. */
export function renderChangesJson({ before, after, parts }: BundleChanges): string {
  const budget = makeDiffBudget();
  return renderJson({
    before: describeBlob(before),
    after: describeBlob(after),
    parts: parts.map((change) => describeChange(change, budget)),
    findings: [...before.findings, ...after.findings],
  });
}

function describeChange({ state, before, after }: PartChange, budget: DiffBudget) {
  const diff = before && after && describeDiff(before, after, budget);
  return { state, before: before && describe(before), after: after && describe(after), diff };
}

function describeDiff(before: ReadPart, after: ReadPart, budget: DiffBudget): string | null {
  if (Buffer.compare(before.content, after.content) === 0) return null;
  const diff = renderTextDiff(before, after, budget, { color: false });
  return typeof diff === "string" ? null : `${diff.join("\n")}\n`;
}

function describe(part: ReadPart) {
  return describeReadPart(part, part.number - 1);
}
