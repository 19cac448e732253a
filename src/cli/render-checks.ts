/** The checks → strings. */
import { CHECK_CODES, describeCode } from "../findings/table.js";
import { renderColumns, renderJson } from "./render.js";

/** Each check's code, its severity, and why it looks for what it finds, as columns. */
export function renderChecks(): string {
  return renderColumns(
    CHECK_CODES.map(describeCode).map(({ code, severity, reason }) => [code, severity, reason ?? ""]),
  );
}

/** The same as one JSON object, with the way out. */
export function renderChecksJson(): string {
  return renderJson({ checks: CHECK_CODES.map(describeCode) });
}
