/** The differences of two blobs → text. */
import type { HeaderChange, PartChange, ReadPart } from "../model.js";
import type { BundleChanges } from "./bundle-changes.js";
import type { OutputStyle } from "./output-style.js";
import { paint } from "./paint.js";
import { escapeControls } from "./render.js";
import { makeDiffBudget, renderTextDiff, type DiffBudget } from "./render-text-diff.js";

/** A paragraph for each part that differs; an empty string if none does. */
export function renderChanges({ before, after, parts }: BundleChanges, style: OutputStyle): string {
  const layers = describeChange("layers", before.layers.join(" of ") || null, after.layers.join(" of ") || null);
  const changes = parts.filter(({ state }) => state !== "same");
  const budget = makeDiffBudget();
  return [...layers, ...changes.flatMap((change) => renderChange(change, budget, style))]
    .map((line) => `${line}\n`)
    .join("");
}

function renderChange(change: PartChange, budget: DiffBudget, style: OutputStyle): string[] {
  const { state, before, after } = change;
  if (state === "appeared") return [paint(`${state}: ${describePart(after)}`, "bold", style)];
  if (state === "vanished") return [paint(`${state}: ${describePart(before)}`, "bold", style)];
  const [from, to] = [describePart(before), describePart(after)];
  const head = paint(`${state}: ${from === to ? from : `${from} -> ${to}`}`, "bold", style);
  return [head, ...describeHeaders(change.headers), ...describeContent(before, after, budget, style)];
}

function describeContent(before: ReadPart, after: ReadPart, budget: DiffBudget, style: OutputStyle): string[] {
  if (Buffer.compare(before.content, after.content) === 0) return [];
  const diff = renderTextDiff(before, after, budget, style);
  const bytes = `  bytes: ${before.content.length} -> ${after.content.length}`;
  return typeof diff === "string" ? [`${bytes} (${diff})`] : [bytes, ...diff];
}

function describePart({ number, type, filename }: ReadPart): string {
  return escapeControls(`${number} ${type} ${filename}`);
}

function describeHeaders(headers: readonly HeaderChange[]): string[] {
  return headers.flatMap((field) => describeChange(`  ${field.name}`, field.before, field.after));
}

function describeChange(name: string, before: string | null, after: string | null): string[] {
  return before === after ? [] : [escapeControls(`${name}: ${before ?? "(none)"} -> ${after ?? "(none)"}`)];
}
