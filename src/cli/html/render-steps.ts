/** Steps → HTML. */
import type { Conflict, Step } from "../../explain/explanation.js";
import type { Finding } from "../../model.js";
import { describeFinding, describeLocation } from "../render.js";
import { findToldLoss, groupByStage, nameOrigin } from "../explanation-words.js";
import { escapeHtml } from "./escape-html.js";

/** A section for each stage. */
export function renderSteps(steps: readonly Step[]): string {
  return groupByStage(steps)
    .map(
      ({ heading, steps: own }) =>
        `<h2>${heading}</h2>\n<ol class="steps">\n${own.map(renderStep).join("\n")}\n</ol>\n`,
    )
    .join("");
}

/** A finding as a paragraph. */
export function renderFinding(found: Finding): string {
  const { severity, code } = found;
  const words = escapeHtml(`${describeLocation(found)}: ${describeFinding(found)} (${code})`);
  return `<p>${renderSeverity({ severity })}${words}</p>`;
}

function renderSeverity({ severity }: Pick<Finding, "severity">): string {
  return `<strong class="${severity}">${severity}</strong> `;
}

const TAGS = { always: "at every boot", once: "once", instance: null };

function renderStep({ number, stage, name, text, details, frequency, waitsFor, from, ...step }: Step): string {
  const tags = TAGS[frequency] === null ? "" : ` <span class="tag">${TAGS[frequency]}</span>`;
  const waits = waitsFor.map((other) => `<a href="#s${other}">step ${other}</a>`).join(", ");
  const origins = [...new Set(from.map(nameOrigin))].join(", ");
  const told = new Set(step.conflicts.flatMap((conflict) => findToldLoss(conflict, step.findings) ?? []));
  return [
    `<li id="s${number}" class="${stage}"><strong>${number}. ${escapeHtml(name)}</strong> ${escapeHtml(text)}${tags}`,
    origins === "" ? "" : `<p class="dim">from ${escapeHtml(origins)}</p>`,
    waits === "" ? "" : `<p>after ${waits}</p>`,
    details.length === 0
      ? ""
      : `<ul>${details.map((each) => `<li><code>${escapeHtml(each)}</code></li>`).join("")}</ul>`,
    ...step.conflicts.map((conflict) => renderConflict(conflict, findToldLoss(conflict, step.findings))),
    ...step.findings.filter((found) => !told.has(found)).map(renderFinding),
    "</li>",
  ].join("");
}

function renderConflict({ key, value, from, replaced }: Conflict, told: Finding | undefined): string {
  const lost = replaced.map(
    (each) => `<del>${escapeHtml(each.value ?? "the value")}</del> of ${escapeHtml(nameOrigin(each.from))}`,
  );
  const winner = `${escapeHtml(value ?? "the value")} of ${escapeHtml(from.map(nameOrigin).join(", "))}`;
  const words = `<code>${escapeHtml(key)}</code>: ${winner}, instead of ${lost.join(", ")}`;
  return `<p>${told ? renderSeverity(told) : ""}${words}${told ? ` (${told.code})` : ""}</p>`;
}
