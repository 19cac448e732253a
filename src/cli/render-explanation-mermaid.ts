/** What happens at boot → a diagram that GitHub and GitLab draw (https://mermaid.js.org/syntax/flowchart.html). */
import type { Explanation, Step } from "../explain/explanation.js";
import { groupByStage, type StageOfSteps } from "./explanation-words.js";
import { escapeControls } from "./render.js";
import { cutMiddle } from "./text-width.js";

/** A box for each step, the stages around them; dotted arrows for what waits for an earlier step. */
export function renderExplanationMermaid({ steps }: Explanation): string {
  const stages = groupByStage(steps).flatMap(renderStage);
  const arrows = steps.slice(1).map(({ number }) => `  s${number - 1} --> s${number}`);
  const waits = steps.flatMap(({ number, waitsFor }) => waitsFor.map((other) => `  s${other} -.-> s${number}`));
  return `${["flowchart TD", ...stages, ...arrows, ...waits, ...renderClasses(steps)].join("\n")}\n`;
}

function renderStage({ stage, heading, steps }: StageOfSteps): string[] {
  const boxes = steps.map(({ number, ...step }) => `    s${number}["${number}. ${describeStep(step)}"]`);
  return [`  subgraph ${stage}["${heading}"]`, ...boxes, "  end"];
}

const LONGEST = 72;

function describeStep({ name, text, frequency }: Omit<Step, "number">): string {
  const often = frequency === "always" ? " ↻" : "";
  const [title, words] = [name, text].map((each) => escapeText(cutMiddle(escapeControls(each), LONGEST)));
  return `${title}${often}<br>${words}`;
}

/** As a character reference, all that could be markup. */
function escapeText(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:;/+()=…-]/gu, (character) => `#${character.codePointAt(0)};`);
}

/** A colour for the steps that have findings. */
function renderClasses(steps: readonly Step[]): string[] {
  return Object.entries(COLORS).flatMap(([severity, color]) => {
    const own = steps.filter(({ findings }) => findings.some((found) => found.severity === severity));
    if (own.length === 0) return [];
    return [
      `  classDef ${severity} ${color}`,
      `  class ${own.map(({ number }) => `s${number}`).join(",")} ${severity}`,
    ];
  });
}

/** The last one counts. */
const COLORS = {
  warning: "stroke:#d29922,stroke-width:3px",
  error: "stroke:#cf222e,stroke-width:3px",
};
