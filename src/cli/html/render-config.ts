/** The merged cloud-config → HTML, with the origin of its keys. */
import type { ExplainedConfig, KeyOrigin } from "../../explain/explanation.js";
import { escapeHtml } from "./escape-html.js";
import { nameOrigin } from "../explanation-words.js";

/** A line of the page for each line of the text. */
export function renderConfig({ text, uncertain, keys, secretLines }: ExplainedConfig): string {
  const doubt =
    uncertain === null ? "" : `<p class="warning">It may be another one on the instance: ${escapeHtml(uncertain)}.</p>`;
  if (text === null) return doubt;
  const origins = new Map(keys.map((key) => [key.line, describeOrigin(key)]));
  const lines = hideSecrets(text, secretLines).map((line, index) => {
    const origin = origins.get(index + 1);
    const side = origin === undefined ? "" : `<span class="dim">${escapeHtml(origin)}</span>`;
    return `<div><pre>${escapeHtml(line)}</pre>${side}</div>`;
  });
  return `${doubt}<div class="lines">${lines.join("")}</div>`;
}

/** The lines of a text, those with secrets as a remark. */
export function hideSecrets(text: string, secretLines: readonly number[]): string[] {
  const hidden = new Set(secretLines);
  const lines = text.replace(/\n$/, "").split("\n");
  return lines.map((line, index) => (hidden.has(index + 1) ? "(hidden: a secret)" : line));
}

function describeOrigin({ from, replaced }: KeyOrigin): string {
  const lost = replaced.length === 0 ? "" : `, instead of ${replaced.map(nameOrigin).join(", ")}`;
  return `${from.map(nameOrigin).join(", ")}${lost}`;
}
