/** What happens at boot → text for a terminal. */
import type { Conflict, ExplainedPart, Explanation, Origin, StageName, Step } from "../explain/explanation.js";
import type { FindingOf } from "../findings/finding.js";
import type { Finding } from "../model.js";
import { onceHints } from "./once-hints.js";
import { describeLocation, escapeControls, renderSeverity } from "./render.js";
import { TERMINAL_WIDTH } from "./render-table.js";
import { cutMiddle, measureWidth } from "./text-width.js";
import { wrapText } from "./wrap-text.js";

/** How each stage is headed. */
export const STAGE_HEADINGS: Readonly<Record<StageName, string>> = {
  network: "Network stage",
  config: "Config stage",
  final: "Final stage",
  after: "After cloud-init",
};

interface Style {
  color: boolean;
  /** A hint that several findings share is shown once. */
  hintOf: (found: Finding) => string | null;
}

/** At most {@link TERMINAL_WIDTH} columns wide, but for words that are longer. */
export function renderExplanation(explanation: Explanation, { color }: { color: boolean }): string {
  const style = { color, hintOf: onceHints() };
  const { steps } = explanation;
  const stages = (Object.keys(STAGE_HEADINGS) as StageName[])
    .map((stage) => renderStage(stage, steps, style))
    .filter((text) => text !== "");
  return [renderHead(explanation, style), ...stages, renderNextBoot(explanation)]
    .filter((text) => text !== "")
    .join("\n");
}

function renderHead({ parts, layers, platform, release, steps, findings }: Explanation, style: Style): string {
  const count = parts.length === 1 ? "1 part" : `${parts.length} parts`;
  const packed = layers.length === 0 ? "" : ` in ${layers.toReversed().join(" in ")}`;
  const lines = [`User-data: ${count}${packed}${describeTarget({ platform, release })}`];
  const attached = new Set(steps.flatMap((step) => step.findings));
  const others = findings.filter((found) => !attached.has(found));
  for (const each of parts) if (each.dropped !== null) lines.push(...renderDropped(each, others));
  return `${[...lines, ...others.flatMap((found) => renderFinding(found, 2, style))].join("\n")}\n`;
}

/** The end of a sentence: what the user-data is for. */
export function describeTarget({ platform, release }: Pick<Explanation, "platform" | "release">): string {
  const image = release?.name === release?.version ? "" : ` on ${release?.name}`;
  const reader = release === null ? "" : `, read by cloud-init ${release.version}${image}`;
  return `${platform === null ? "" : `, for ${platform}`}${reader}`;
}

/** With the reason, if no finding has it. */
function renderDropped({ filename, path, part, dropped }: ExplainedPart, findings: readonly Finding[]): string[] {
  const isTold = findings.some((found) => found.path === path && found.part === part);
  return indent(wrapAt(escapeControls(`${filename} is dropped${isTold ? "" : `: ${dropped}`}`), 2), 2);
}

function renderStage(stage: StageName, all: readonly Step[], style: Style): string {
  const steps = all.filter((step) => step.stage === stage);
  if (steps.length === 0) return "";
  const heading = style.color ? `\x1b[1m${STAGE_HEADINGS[stage]}\x1b[0m` : STAGE_HEADINGS[stage];
  return `${[heading, ...steps.flatMap((step) => renderStep(step, style))].join("\n")}\n`;
}

/** The column of what belongs to a step. */
const DETAIL_COLUMN = 7;

/** The column of the text, unless the name is longer. */
const TEXT_COLUMN = 25;

function renderStep(step: Step, style: Style): string[] {
  const { number, details, conflicts, findings } = step;
  const name = escapeControls(step.name);
  const head = `${String(number).padStart(3)}  ${name}  `;
  const column = Math.min(Math.max(measureWidth(head), TEXT_COLUMN), TERMINAL_WIDTH / 2);
  const [first = "", ...others] = wrapAt(describeStep(step), column);
  const told = new Set(conflicts.flatMap((conflict) => findToldLoss(conflict, findings) ?? []));
  return [
    `${head.padEnd(column)}${first}`,
    ...indent(others, column),
    ...renderDetails(details),
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

function renderDetails(details: readonly string[]): string[] {
  const shown = details.length <= MOST_DETAILS + 1 ? details : details.slice(0, MOST_DETAILS);
  const lines = shown.map((detail) => cutMiddle(escapeControls(detail), TERMINAL_WIDTH - DETAIL_COLUMN - 2));
  if (shown.length < details.length) lines.push(`… and ${details.length - shown.length} more`);
  return indent(
    lines.map((line) => `- ${line}`),
    DETAIL_COLUMN,
  );
}

type Loss = FindingOf<"config-replaced" | "config-ignored">;

/** What lint reports of the same loss. */
export function findToldLoss({ key }: Conflict, findings: readonly Finding[]): Finding | undefined {
  return findings.find((found) => isLoss(found) && found.args.key === key);
}

function isLoss(found: Finding): found is Loss {
  return found.code === "config-replaced" || found.code === "config-ignored";
}

/** Stands for a value that is not shown. */
const VALUE = "the value";

function renderConflict({ key, value, from, replaced }: Conflict, told: Finding | undefined, style: Style): string[] {
  const lost = replaced.map((each) => `${each.value ?? VALUE} of ${placeOf(each.from)}`).join(", ");
  const words = `${key}: ${value ?? VALUE} of ${from.map(placeOf).join(", ")}, instead of ${lost}`;
  const lines = wrapAt(escapeControls(told ? `${told.severity}: ${words} (${told.code})` : words), DETAIL_COLUMN + 2);
  return indent(told ? colorSeverity(lines, told, style) : lines, DETAIL_COLUMN);
}

function placeOf({ filename, line }: Origin): string {
  return line === null ? filename : `${filename}:${line}`;
}

function renderFinding(found: Finding, column: number, style: Style): string[] {
  const { severity, message, code } = found;
  const hint = style.hintOf(found);
  const words = `${severity}: ${describeLocation(found)}: ${message}${hint === null ? "" : `; ${hint}`} (${code})`;
  return indent(colorSeverity(wrapAt(escapeControls(words), column + 2), found, style), column);
}

function colorSeverity([first = "", ...others]: readonly string[], { severity }: Finding, { color }: Style): string[] {
  return [first.replace(severity, renderSeverity(severity, color)), ...others.map((line) => `  ${line}`)];
}

function renderNextBoot({ steps, nextBoot }: Explanation): string {
  const again = steps.filter(({ number, kind }) => nextBoot.includes(number) && kind !== "merge");
  if (steps.length === 0) return "";
  const listed = again.map(({ number, name }) => `${number} ${escapeControls(name)}`).join(", ");
  const text =
    again.length === 0 ? "At later boots, nothing of this happens again." : `At every later boot again: ${listed}.`;
  return `${wrapText(text, TERMINAL_WIDTH).join("\n")}\n`;
}

function wrapAt(text: string, column: number): string[] {
  return wrapText(text, TERMINAL_WIDTH - column);
}

function indent(lines: readonly string[], column: number): string[] {
  return lines.map((line) => `${" ".repeat(column)}${line}`);
}
