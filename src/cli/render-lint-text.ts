/** The findings of lint → text: grouped by file, each with the line that it points at. */
import { isSecret } from "../findings/finding.js";
import type { Finding, LintedText, LintResult, Severity } from "../model.js";
import { renderCodeFrame } from "./render-code-frame.js";
import { onceHints } from "./once-hints.js";
import type { OutputStyle } from "./output-style.js";
import { describeLocation, describeNodes, escapeControls, renderSeverity } from "./render.js";
import { wrapHanging } from "./wrap-text.js";

/** The files in the order of the inputs, and a line with the counts; an empty string without findings. */
export function renderLintText({ findings, texts }: LintResult, output: OutputStyle): string {
  if (findings.length === 0) return "";
  const style = { ...output, hintOf: onceHints() };
  const groups = groupByText(findings, texts).map((group) => renderGroup(group, style));
  return `${groups.join("\n")}\n${countFindings(findings)}\n`;
}

/** Options for rendering findings. */
interface Style extends OutputStyle {
  /** A hint that several findings share is shown once. */
  hintOf: (found: Finding) => string | null;
}

/** A text, and the findings in it. */
interface Group {
  heading: string;
  content: Uint8Array | null;
  findings: Finding[];
}

/** Findings that are not about a text (for example, about a folder) come last. */
function groupByText(findings: readonly Finding[], texts: readonly LintedText[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { path, part, filename, content } of texts) {
    const name = nameText({ path, part });
    groups.set(name, { heading: part === null ? name : `${name} ${filename}`, content, findings: [] });
  }
  for (const found of findings) {
    const name = nameText(found);
    const group = groups.get(name) ?? { heading: name, content: null, findings: [] };
    group.findings.push(found);
    groups.set(name, group);
  }
  return [...groups.values()].filter((group) => group.findings.length > 0);
}

function nameText({ path, part }: Pick<Finding, "path" | "part">): string {
  return describeLocation({ path, part, line: null, column: null });
}

function renderGroup({ heading, content, findings }: Group, style: Style): string {
  // Splits lines as editors and the findings count them.
  const lines: (string | null)[] = content === null ? [] : new TextDecoder().decode(content).split(/\r\n|\r|\n/);
  // A log often has more readers than the file.
  for (const { line } of findings.filter(({ code }) => isSecret(code))) lines[line! - 1] = null;
  const inOrder = findings.toSorted((a, b) => compare(a.line, b.line) || compare(a.column, b.column));
  return `${escapeControls(heading)}\n${inOrder.map((found) => renderFinding(found, lines, style)).join("")}`;
}

/** A finding about the whole text comes before one about a line. */
function compare(a: number | null, b: number | null): number {
  return (a ?? 0) - (b ?? 0);
}

function renderFinding(found: Finding, lines: readonly (string | null)[], style: Style): string {
  const { line, column, severity, message, code } = found;
  const hint = style.hintOf(found);
  const location = line === null ? "" : `${[line, column].filter((number) => number !== null).join(":")}: `;
  const text = line === null ? null : (lines[line - 1] ?? null);
  const frame = line === null || text === null ? "" : renderCodeFrame(text, { line, column, severity }, style);
  const words = `${escapeControls(describeNodes(found) + message)} (${code})`;
  return [
    `${wrapHanging(`  ${location}${renderSeverity(severity, style)}: ${words}`, style.width, 4)}\n`,
    frame,
    hint === null ? "" : `${wrapHanging(`    hint: ${escapeControls(hint)}`, style.width, 6)}\n`,
  ].join("");
}

/** `2 errors, 1 warning` */
function countFindings(findings: readonly Finding[]): string {
  const severities: Severity[] = ["error", "warning", "note"];
  return severities
    .map((severity) => [severity, findings.filter((found) => found.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");
}
