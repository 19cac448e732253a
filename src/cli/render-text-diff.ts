/** Two texts → a unified diff, as lines. */
import { isUtf8 } from "node:buffer";
import { structuredPatch } from "diff";
import type { ReadPart } from "../model.js";
import { escapeControls } from "./render.js";

/** The lines of a unified diff, or why there is none. */
export type TextDiff = readonly string[] | "no text" | "too different";

/** The number of changed lines to search for: the time grows with their square. */
export interface DiffBudget {
  /** In one text. */
  most: number;
  /** In all texts together. */
  left: number;
}

/** A budget that takes a few seconds at most. */
export function makeDiffBudget(): DiffBudget {
  return { most: 2000, left: 10_000 };
}

/** With three lines of context; control characters are escaped so that they do not reach the terminal. */
export function renderTextDiff(before: ReadPart, after: ReadPart, budget: DiffBudget): TextDiff {
  if (!isPlainText(before.content) || !isPlainText(after.content)) return "no text";
  const maxEditLength = Math.min(budget.most, budget.left);
  const options = { context: 3, maxEditLength } as const;
  const patch = structuredPatch("", "", decode(before.content), decode(after.content), "", "", options);
  budget.left -= patch ? countEdits(patch.hunks) : maxEditLength;
  if (!patch) return "too different";
  return [nameSide("---", before), nameSide("+++", after), ...patch.hunks.flatMap(renderHunk)];
}

function isPlainText(content: Uint8Array): boolean {
  return isUtf8(content) && !content.includes(0);
}

function decode(content: Uint8Array): string {
  return Buffer.from(content).toString("utf8");
}

function nameSide(mark: string, { path, number, filename }: ReadPart): string {
  return escapeControls(`${mark} ${path}[${number}] ${filename}`);
}

interface Hunk {
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
  lines: readonly string[];
}

function countEdits(hunks: readonly Hunk[]): number {
  return hunks.flatMap(({ lines }) => lines).filter((line) => /^[-+]/.test(line)).length;
}

function renderHunk({ oldStart, oldLines, newStart, newLines, lines }: Hunk): string[] {
  const head = `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`;
  return [head, ...lines.map((line) => line.split("\t").map(escapeControls).join("\t"))];
}
