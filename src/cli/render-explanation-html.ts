/** What happens at boot → one HTML page that loads nothing. */
import type { ExplainedPart, Explanation } from "../explain/explanation.js";
import { isTextType } from "../part/content-types.js";
import { escapeHtml } from "./html/escape-html.js";
import { hideSecrets, renderConfig } from "./html/render-config.js";
import { renderFinding, renderSteps } from "./html/render-steps.js";
import { describeUserData, listOtherFindings } from "./explanation-words.js";
import { renderTimeline } from "./html/render-timeline.js";
import { STYLE } from "./html/style.js";

/** Lines that hold a secret are not shown. */
export function renderExplanationHtml(explanation: Explanation): string {
  const { parts, steps, config, nextBoot } = explanation;
  const again = nextBoot.map((number) => `<a href="#s${number}">${number}. ${escapeHtml(steps[number - 1]!.name)}</a>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What happens at boot</title>
<style>${STYLE}</style>
</head>
<body>
<h1>What happens at boot</h1>
${renderSummary(explanation)}
${renderTimeline(steps)}
${renderSteps(steps)}<h2>At every later boot</h2>
<p>${again.length === 0 ? "Nothing of this happens again." : again.join(", ")}</p>
<h2>The merged cloud-config</h2>
${renderConfig(config)}
<h2>The parts</h2>
${parts.map(renderPart).join("\n")}
<p class="dim">kubeboot ${KUBEBOOT_VERSION}</p>
</body>
</html>
`;
}

function renderSummary(explanation: Explanation): string {
  const summary = escapeHtml(describeUserData(explanation));
  return [`<p>${summary}</p>`, ...listOtherFindings(explanation).map(renderFinding)].join("\n");
}

function renderPart({ index, filename, type, steps, dropped, content, secretLines }: ExplainedPart): string {
  const links = steps.map((number) => `<a href="#s${number}">step ${number}</a>`).join(", ");
  const fate = dropped === null ? links : `<span class="warning">dropped: ${escapeHtml(dropped)}</span>`;
  const text = isTextType(type) ? hideSecrets(Buffer.from(content).toString(), secretLines).join("\n") : "(binary)";
  const summary = `${index}. ${escapeHtml(filename)} <span class="dim">${escapeHtml(type)}, ${content.length} bytes</span>`;
  return `<details><summary>${summary} ${fate}</summary><pre>${escapeHtml(text)}</pre></details>`;
}
