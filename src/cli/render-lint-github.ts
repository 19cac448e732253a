/** The findings of lint → commands that GitHub Actions shows beside the lines of a pull request. */
import type { Finding, Severity } from "../model.js";
import { describeFinding, describeLocation, escapeControls } from "./render.js";

const COMMANDS = { error: "error", warning: "warning", note: "notice" } satisfies Record<Severity, string>;

/**
 * One `::error file=…,line=…,col=…,title=CODE::message` per line (GitHub's documentation, "Workflow commands for
 * GitHub Actions"). A line inside a blob is not a line of its file, so the message names the location.
 */
export function renderLintGithub(findings: readonly Finding[]): string {
  return findings.map((found) => `${renderCommand(found)}\n`).join("");
}

function renderCommand(found: Finding): string {
  const { severity, code, path, part, line, column } = found;
  const properties = { file: path, ...(part === null && { line, col: column }), title: code };
  const written = Object.entries(properties)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const message = part === null ? describeFinding(found) : `${describeLocation(found)}: ${describeFinding(found)}`;
  return `::${COMMANDS[severity]} ${written.join(",")}::${escapeMessage(message)}`;
}

/** As GitHub's toolkit does it (actions/toolkit, packages/core/src/command.ts); the other controls would reach the log. */
function escapeMessage(text: string): string {
  return escapeControls(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
