/** Results → strings. */
import type { Finding, Location, Severity } from "../model.js";
import { compressNames } from "../text/compress-names.js";
import { onceHints } from "./once-hints.js";
import type { OutputStyle } from "./output-style.js";
import { paint } from "./paint.js";

/** One `path:line:column: severity: message; hint` for each, wrapped; a hint that several share once. */
export async function renderFindings(findings: readonly Finding[], style: OutputStyle): Promise<string> {
  const hintOf = onceHints();
  const lines = findings.map((found) => {
    const place = escapeControls(describeNodes(found) + describeLocation(found));
    const words = escapeControls(joinHint(found.message, hintOf(found)));
    return `${place}: ${renderSeverity(found.severity, style)}: ${words}`;
  });
  if (style.width === Infinity) return lines.map((line) => `${line}\n`).join("");
  // Loaded for terminals alone.
  const { wrapHanging } = await import("./wrap-text.js");
  return lines.map((line) => `${wrapHanging(line, style.width, 2)}\n`).join("");
}

/** The colour of each severity. */
export const SEVERITY_COLORS = { error: "red", warning: "yellow", note: "cyan" } as const;

/** The severity, in colour if wanted. */
export function renderSeverity(severity: Severity, style: Pick<OutputStyle, "color">): string {
  return paint(severity, SEVERITY_COLORS[severity], style);
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
  return replaceControls(text, (code) =>
    code > 0xff ? escapeInJson(code) : `\\x${code.toString(16).padStart(2, "0")}`,
  );
}

/** A JSON report, indented, with a final newline and without characters that control a terminal. */
export function renderJson(value: object): string {
  // The line ends in strings are already escaped.
  return `${replaceControls(JSON.stringify(value, null, 2), (code) => (code === 0x0a ? "\n" : escapeInJson(code)))}\n`;
}

function escapeInJson(code: number): string {
  return `\\u${code.toString(16).padStart(4, "0")}`;
}

/** Replaces each character that {@link escapeControls} escapes, by its code. */
export function replaceControls(text: string, replace: (code: number) => string): string {
  return text.replace(CONTROLS, (character) => replace(character.charCodeAt(0)));
}

const CONTROLS = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
