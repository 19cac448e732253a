/** What is different in two blobs → text. */
import { compareHeaders, compareParts, type PartChange } from "../compare-parts.js";
import type { ReadBundle, ReadPart } from "../model.js";
import { printable } from "./render.js";
import { renderTextDiff } from "./render-text-diff.js";

/** A paragraph for each part that is not the same in both; nothing where all are. */
export function renderChanges(before: ReadBundle, after: ReadBundle): string {
  const layers = describeChange("layers", before.layers.join(" of ") || null, after.layers.join(" of ") || null);
  const changes = compareParts(before.parts, after.parts).filter(({ state }) => state !== "same");
  return [...layers, ...changes.flatMap(renderChange)].map((line) => `${line}\n`).join("");
}

function renderChange(change: PartChange): string[] {
  const { state, before, after } = change;
  if (before === null) return [`${state}: ${describePart(after)}`];
  if (after === null) return [`${state}: ${describePart(before)}`];
  const [from, to] = [describePart(before), describePart(after)];
  const head = `${state}: ${from === to ? from : `${from} -> ${to}`}`;
  if (Buffer.compare(before.content, after.content) === 0) return [head, ...describeHeaders(before, after)];
  const [size, newSize] = [String(before.content.length), String(after.content.length)];
  const bytes = size === newSize ? [`  bytes: ${size}, not the same ones`] : describeChange("  bytes", size, newSize);
  return [head, ...describeHeaders(before, after), ...bytes, ...renderTextDiff(before, after)];
}

function describePart({ number, type, filename }: ReadPart): string {
  return printable(`${number} ${type} ${filename}`);
}

function describeHeaders(before: ReadPart, after: ReadPart): string[] {
  return compareHeaders(before, after).flatMap((field) => describeChange(`  ${field.name}`, field.before, field.after));
}

function describeChange(name: string, before: string | null, after: string | null): string[] {
  return before === after ? [] : [printable(`${name}: ${before ?? "(none)"} -> ${after ?? "(none)"}`)];
}
