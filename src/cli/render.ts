/** Results → strings. */
import { MARKERS } from "../part/content-types.js";
import type { Finding, Location, Severity } from "../model.js";
import { compressNames } from "../text/compress-names.js";
import { onceHints } from "./once-hints.js";

const COLORS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, note: 36 };

/** One `path:line:column: severity: message; hint` per line; a hint that several share once. */
export function renderFindings(findings: readonly Finding[], { color }: { color: boolean }): string {
  const hintOf = onceHints();
  return findings
    .map((found) => {
      const { message, severity } = found;
      const words = joinHint(message, hintOf(found));
      return `${escapeControls(describeNodes(found) + describeLocation(found))}: ${renderSeverity(severity, color)}: ${escapeControls(words)}\n`;
    })
    .join("");
}

/** The severity, in colour if wanted. */
export function renderSeverity(severity: Severity, color: boolean): string {
  return color ? `\x1b[${COLORS[severity]}m${severity}\x1b[0m` : severity;
}

/** The message and the hint. */
export function describeFinding(found: Finding): string {
  return describeNodes(found) + joinHint(found.message, found.hint);
}

function joinHint(message: string, hint: string | null): string {
  return hint === null ? message : `${message}; ${hint}`;
}

/** The nodes of a fleet that the finding is about, as `web01…03: `; empty for a finding of no node. */
export function describeNodes({ nodes }: Finding): string {
  return nodes === undefined ? "" : `${compressNames(nodes)}: `;
}

/** `path:line:column`, and for a part of a blob `path[part]:line:column`. */
export function describeLocation({ path, part, line, column }: Location): string {
  const file = `${path ?? "kubeboot"}${part === null ? "" : `[${part}]`}`;
  return [file, line, column].filter((piece) => piece !== null).join(":");
}

/** Escapes what controls a terminal, splits the line or turns its direction: a file name may contain anything. */
export function escapeControls(text: string): string {
  return text.replace(CONTROLS, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

const CONTROLS = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The markers and their types, as columns. */
export function renderTypes(): string {
  return renderColumns(MARKERS.map(({ marker, type, meaning }) => [marker, type, meaning]));
}

/** The types as one JSON object. */
export function renderTypesJson(): string {
  return renderJson({ types: MARKERS });
}

/** Rows of equally many cells, each column as wide as its widest cell. */
export function renderColumns(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** A JSON report, indented, with a final newline and without characters that control a terminal. */
export function renderJson(value: object): string {
  return `${JSON.stringify(value, null, 2).replace(CONTROLS, escapeInJson)}\n`;
}

/** Keeps the line ends between lines: those in strings are already escaped. */
function escapeInJson(character: string): string {
  return character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
