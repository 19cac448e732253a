/** Two texts → a unified diff, as lines. */
import { isUtf8 } from "node:buffer";
import { structuredPatch } from "diff";
import type { ReadPart } from "../model.js";
import { printable } from "./render.js";

/** Two texts that have less in common take the search for it too long: its time grows with the square. */
const MOST_EDITS = 2000;

/**
 * With three lines of context; control characters are shown, for they must not reach the terminal. Nothing for
 * what is no text.
 */
export function renderTextDiff(before: ReadPart, after: ReadPart): string[] {
  if (!isPlainText(before.content) || !isPlainText(after.content)) return [];
  const options = { context: 3, maxEditLength: MOST_EDITS } as const;
  const patch = structuredPatch("", "", decode(before.content), decode(after.content), "", "", options);
  if (!patch) return [`  more than ${MOST_EDITS} lines are different`];
  return [nameSide("---", before), nameSide("+++", after), ...patch.hunks.flatMap(renderHunk)];
}

function isPlainText(content: Uint8Array): boolean {
  return isUtf8(content) && !content.includes(0);
}

function decode(content: Uint8Array): string {
  return Buffer.from(content).toString("utf8");
}

function nameSide(mark: string, { path, number, filename }: ReadPart): string {
  return printable(`${mark} ${path}[${number}] ${filename}`);
}

interface Hunk {
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
  lines: readonly string[];
}

function renderHunk({ oldStart, oldLines, newStart, newLines, lines }: Hunk): string[] {
  const head = `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`;
  return [head, ...lines.map((line) => line.split("\t").map(printable).join("\t"))];
}
