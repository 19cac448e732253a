/** The JSON Schemas → strings. */
import { findSchema } from "../schemas/find-schema.js";
import { SCHEMAS } from "../schemas/schemas.js";
import type { OutputStyle } from "./output-style.js";
import { renderJson } from "./render.js";
import { renderTable } from "./render-table.js";

/**
 * One of them.
 *
 * @throws {KubebootError} `usage` for an unknown name
 */
export function renderSchema(name: string): string {
  return renderJson(findSchema(name));
}

/** Their names, and what each describes, as columns below a heading. */
export function renderSchemaNames(style: OutputStyle): string {
  const rows = Object.entries(SCHEMAS).map(([name, { title }]) => [name, String(title)]);
  return renderTable([["NAME", "DESCRIBES"], ...rows], { wrapped: [1] }, style);
}
