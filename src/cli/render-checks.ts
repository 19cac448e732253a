/** The checks → strings. */
import { CHECK_CODES, describeCode } from "../findings/table.js";
import { renderColumns, renderJson } from "./render.js";

/** Each check's code, its severity and its reason, as columns. */
export function renderChecks(): string {
  return renderColumns(
    CHECK_CODES.map(describeCode).map(({ code, severity, reason }) => [code, severity, reason ?? ""]),
  );
}

/** The checks as one JSON object, with the hints. */
export function renderChecksJson(): string {
  return renderJson({ checks: CHECK_CODES.map(describeCode) });
}
