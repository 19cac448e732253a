/** What is different in two blobs → text. */
import { compareHeaders, compareParts, type PartChange } from "../read/compare-parts.js";
import type { ReadBundle, ReadPart } from "../model.js";
import { escapeControls } from "./render.js";
import { makeDiffBudget, renderTextDiff, type DiffBudget } from "./render-text-diff.js";

/** A paragraph for each part that is not the same in both; nothing where all are. */
export function renderChanges(before: ReadBundle, after: ReadBundle): string {
  const layers = describeChange("layers", before.layers.join(" of ") || null, after.layers.join(" of ") || null);
  const changes = compareParts(before.parts, after.parts).filter(({ state }) => state !== "same");
  const budget = makeDiffBudget();
  return [...layers, ...changes.flatMap((change) => renderChange(change, budget))].map((line) => `${line}\n`).join("");
}

function renderChange({ state, before, after }: PartChange, budget: DiffBudget): string[] {
  if (before === null) return [`${state}: ${describePart(after)}`];
  if (after === null) return [`${state}: ${describePart(before)}`];
  const [from, to] = [describePart(before), describePart(after)];
  const head = `${state}: ${from === to ? from : `${from} -> ${to}`}`;
  return [head, ...describeHeaders(before, after), ...describeContent(before, after, budget)];
}

function describeContent(before: ReadPart, after: ReadPart, budget: DiffBudget): string[] {
  if (Buffer.compare(before.content, after.content) === 0) return [];
  const diff = renderTextDiff(before, after, budget);
  const bytes = `  bytes: ${before.content.length} -> ${after.content.length}`;
  return typeof diff === "string" ? [`${bytes} (${diff})`] : [bytes, ...diff];
}

function describePart({ number, type, filename }: ReadPart): string {
  return escapeControls(`${number} ${type} ${filename}`);
}

function describeHeaders(before: ReadPart, after: ReadPart): string[] {
  return compareHeaders(before, after).flatMap((field) => describeChange(`  ${field.name}`, field.before, field.after));
}

function describeChange(name: string, before: string | null, after: string | null): string[] {
  return before === after ? [] : [escapeControls(`${name}: ${before ?? "(none)"} -> ${after ?? "(none)"}`)];
}
