/** Two texts → a unified diff, as lines. */
import { isUtf8 } from "node:buffer";
import { structuredPatch } from "diff";
import type { ReadPart } from "../model.js";
import type { OutputStyle } from "./output-style.js";
import { paint } from "./paint.js";
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
export function renderTextDiff(
  before: ReadPart,
  after: ReadPart,
  budget: DiffBudget,
  style: Pick<OutputStyle, "color">,
): TextDiff {
  if (!isPlainText(before.content) || !isPlainText(after.content)) return "no text";
  const maxEditLength = Math.min(budget.most, budget.left);
  const options = { context: 3, maxEditLength } as const;
  const patch = structuredPatch("", "", decode(before.content), decode(after.content), "", "", options);
  budget.left -= patch ? countEdits(patch.hunks) : maxEditLength;
  if (!patch) return "too different";
  const sides = [nameSide("---", before), nameSide("+++", after)].map((side) => paint(side, "bold", style));
  return [...sides, ...patch.hunks.flatMap((hunk) => renderHunk(hunk, style))];
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

function renderHunk(
  { oldStart, oldLines, newStart, newLines, lines }: Hunk,
  style: Pick<OutputStyle, "color">,
): string[] {
  const head = paint(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, "cyan", style);
  return [head, ...lines.map((line) => paintLine(line.split("\t").map(escapeControls).join("\t"), style))];
}

function paintLine(line: string, style: Pick<OutputStyle, "color">): string {
  if (line.startsWith("+")) return paint(line, "green", style);
  return line.startsWith("-") ? paint(line, "red", style) : line;
}
