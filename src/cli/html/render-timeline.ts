/** Steps → a picture of their order, as SVG: a row of numbered circles for each stage. */
import type { Step } from "../../explain/explanation.js";
import { groupByStage } from "../explanation-words.js";
import { escapeHtml } from "./escape-html.js";

/** In units of the picture, which grows with the page. */
const WIDTH = 320;
const RADIUS = 10;
const STRIDE = 24;
const PER_ROW = Math.floor(WIDTH / STRIDE);
const NAME_HEIGHT = 14;

/** Each circle links to its step. */
export function renderTimeline(steps: readonly Step[]): string {
  const rows: string[] = [];
  let top = 0;
  for (const { heading, steps: own } of groupByStage(steps)) {
    rows.push(`<text class="name" x="2" y="${top + 10}">${heading}</text>`);
    rows.push(...own.map((step, index) => renderCircle(step, index, top + NAME_HEIGHT)));
    top += NAME_HEIGHT + Math.ceil(own.length / PER_ROW) * STRIDE;
  }
  return `<svg viewBox="0 0 ${WIDTH} ${top}" role="img" aria-label="The steps in their order">${rows.join("")}</svg>`;
}

function renderCircle({ number, name, stage, findings }: Step, index: number, top: number): string {
  const x = (index % PER_ROW) * STRIDE + RADIUS + 2;
  const y = top + Math.floor(index / PER_ROW) * STRIDE + RADIUS + 1;
  const worst = ["error", "warning"].find((each) => findings.some(({ severity }) => severity === each));
  const ring = worst === undefined ? "" : ` stroke="var(--${worst})" stroke-width="3"`;
  const circle = `<circle class="${stage}" cx="${x}" cy="${y}" r="${RADIUS - 1}"${ring}/>`;
  const text = `<text class="number" x="${x}" y="${y + 3}">${number}</text>`;
  return `<a href="#s${number}"><title>${escapeHtml(`${number}. ${name}`)}</title>${circle}${text}</a>`;
}
