/** What happens at boot → text for a terminal. */
import type { Conflict, ExplainedPart, Explanation, Origin, Step } from "../explain/explanation.js";
import type { Finding } from "../model.js";
import {
  describeUserData,
  findToldLoss,
  groupByStage,
  listOtherFindings,
  nameOrigin,
  type StageOfSteps,
} from "./explanation-words.js";
import { onceHints } from "./once-hints.js";
import type { OutputStyle } from "./output-style.js";
import { paint } from "./paint.js";
import { describeLocation, escapeControls, renderSeverity } from "./render.js";
import { cutMiddle, measureWidth } from "./text-width.js";
import { wrapText } from "./wrap-text.js";

interface Style extends OutputStyle {
  /** A hint that several findings share is shown once. */
  hintOf: (found: Finding) => string | null;
}

/** At most as wide as the output, but for words that are longer. */
export function renderExplanation(explanation: Explanation, output: OutputStyle): string {
  const style = { ...output, hintOf: onceHints() };
  const stages = groupByStage(explanation.steps).map((stage) => renderStage(stage, style));
  return [renderHead(explanation, style), ...stages, renderNextBoot(explanation, style)]
    .filter((text) => text !== "")
    .join("\n");
}

function renderHead(explanation: Explanation, style: Style): string {
  const lines = [`User-data: ${describeUserData(explanation)}`];
  const others = listOtherFindings(explanation);
  for (const each of explanation.parts) if (each.dropped !== null) lines.push(...renderDropped(each, others, style));
  return `${[...lines, ...others.flatMap((found) => renderFinding(found, 2, style))].join("\n")}\n`;
}

/** With the reason, if no finding has it. */
function renderDropped(
  { filename, path, part, dropped }: ExplainedPart,
  findings: readonly Finding[],
  style: Style,
): string[] {
  const isTold = findings.some((found) => found.path === path && found.part === part);
  return indent(wrapAt(escapeControls(`${filename} is dropped${isTold ? "" : `: ${dropped}`}`), 2, style), 2);
}

function renderStage({ heading, steps }: StageOfSteps, style: Style): string {
  const head = paint(heading, "bold", style);
  return `${[head, ...steps.flatMap((step) => renderStep(step, style))].join("\n")}\n`;
}

/** The column of what belongs to a step. */
const DETAIL_COLUMN = 7;

/** The column of the text, unless the name is longer. */
const TEXT_COLUMN = 25;

function renderStep(step: Step, style: Style): string[] {
  const { number, details, conflicts, findings } = step;
  const name = escapeControls(step.name);
  const head = `${String(number).padStart(3)}  ${name}  `;
  const column = Math.min(Math.max(measureWidth(head), TEXT_COLUMN), Math.floor(style.width / 2));
  const lines = wrapAt(describeStep(step), column, style);
  const first = measureWidth(head) > column ? [] : lines.splice(0, 1);
  const told = new Set(conflicts.flatMap((conflict) => findToldLoss(conflict, findings) ?? []));
  return [
    `${head.padEnd(column)}${first.join("")}`.trimEnd(),
    ...indent(lines, column),
    ...renderDetails(details, style),
    ...conflicts.flatMap((conflict) => renderConflict(conflict, findToldLoss(conflict, findings), style)),
    ...findings.filter((found) => !told.has(found)).flatMap((found) => renderFinding(found, DETAIL_COLUMN, style)),
  ];
}

const FREQUENCIES = { always: "at every boot", once: "once, whatever instance the image becomes", instance: "" };

function describeStep({ text, kind, frequency, waitsFor, from }: Step): string {
  const waits = waitsFor.length === 0 ? "" : `after step${waitsFor.length === 1 ? "" : "s"} ${waitsFor.join(", ")}`;
  const often = kind === "merge" ? "" : FREQUENCIES[frequency];
  const files = kind === "merge" || kind === "module" ? listFiles(from) : "";
  const traits = [often, waits, files].filter((each) => each !== "");
  return escapeControls(traits.length === 0 ? text : `${text} (${traits.join("; ")})`);
}

function listFiles(from: readonly Origin[]): string {
  return [...new Set(from.map(({ filename }) => filename))].join(", ");
}

/** More would hide the steps. */
const MOST_DETAILS = 10;

function renderDetails(details: readonly string[], { width }: Style): string[] {
  const shown = details.length <= MOST_DETAILS + 1 ? details : details.slice(0, MOST_DETAILS);
  const lines = shown.map((detail) => cutMiddle(escapeControls(detail), width - DETAIL_COLUMN - 2));
  if (shown.length < details.length) lines.push(`… and ${details.length - shown.length} more`);
  return indent(
    lines.map((line) => `- ${line}`),
    DETAIL_COLUMN,
  );
}

/** Stands for a value that is not shown. */
const VALUE = "the value";

function renderConflict({ key, value, from, replaced }: Conflict, told: Finding | undefined, style: Style): string[] {
  const lost = replaced.map((each) => `${each.value ?? VALUE} of ${nameOrigin(each.from)}`).join(", ");
  const words = `${key}: ${value ?? VALUE} of ${from.map(nameOrigin).join(", ")}, instead of ${lost}`;
  const lines = wrapAt(
    escapeControls(told ? `${told.severity}: ${words} (${told.code})` : words),
    DETAIL_COLUMN + 2,
    style,
  );
  return indent(told ? colorSeverity(lines, told, style) : lines, DETAIL_COLUMN);
}

function renderFinding(found: Finding, column: number, style: Style): string[] {
  const { severity, message, code } = found;
  const hint = style.hintOf(found);
  const words = `${severity}: ${describeLocation(found)}: ${message}${hint === null ? "" : `; ${hint}`} (${code})`;
  return indent(colorSeverity(wrapAt(escapeControls(words), column + 2, style), found, style), column);
}

function colorSeverity([first = "", ...others]: readonly string[], { severity }: Finding, style: Style): string[] {
  return [first.replace(severity, renderSeverity(severity, style)), ...others.map((line) => `  ${line}`)];
}

function renderNextBoot({ steps, nextBoot }: Explanation, { width }: Style): string {
  const again = steps.filter(({ number, kind }) => nextBoot.includes(number) && kind !== "merge");
  if (steps.length === 0) return "";
  const listed = again.map(({ number, name }) => `${number} ${escapeControls(name)}`).join(", ");
  const text =
    again.length === 0 ? "At later boots, nothing of this happens again." : `At every later boot again: ${listed}.`;
  return `${wrapText(text, width).join("\n")}\n`;
}

function wrapAt(text: string, column: number, { width }: Style): string[] {
  return wrapText(text, width - column);
}

function indent(lines: readonly string[], column: number): string[] {
  return lines.map((line) => `${" ".repeat(column)}${line}`);
}
