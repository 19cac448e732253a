/** The checks → strings. */
import { listCheckCodes, describeCode } from "../findings/table.js";
import type { OutputStyle } from "./output-style.js";
import { renderJson } from "./render.js";
import { renderTable } from "./render-table.js";

const HEAD = ["CODE", "SEVERITY", "REASON"];

/** Each check's code, its severity and its reason, as columns below a heading. */
export function renderChecks(style: OutputStyle): string {
  const rows = listCheckCodes()
    .map(describeCode)
    .map(({ code, severity, reason }) => [code, severity, reason ?? ""]);
  return renderTable([HEAD, ...rows], { wrapped: [2] }, style);
}

/** The checks as one JSON object, with the hints. */
export function renderChecksJson(): string {
  return renderJson({ checks: listCheckCodes().map(describeCode) });
}
