/** The table of markers → strings. */
import { MARKERS } from "../part/content-types.js";
import type { OutputStyle } from "./output-style.js";
import { renderJson } from "./render.js";
import { renderTable } from "./render-table.js";

const HEAD = ["MARKER", "CONTENT TYPE", "MEANING"];

/** The markers and their types as columns, below a heading. */
export function renderTypes(style: OutputStyle): string {
  const rows = MARKERS.map(({ marker, type, meaning }) => [marker, type, meaning]);
  return renderTable([HEAD, ...rows], { wrapped: [2] }, style);
}

/** The types as one JSON object. */
export function renderTypesJson(): string {
  return renderJson({ types: MARKERS });
}
