/** The JSON Schemas → strings. */
import { findSchema } from "../schemas/find-schema.js";
import { SCHEMAS } from "../schemas/schemas.js";
import { renderColumns, renderJson } from "./render.js";

/**
 * One of them.
 *
 * @throws {KubebootError} `usage` for an unknown name
 */
export function renderSchema(name: string): string {
  return renderJson(findSchema(name));
}

/** Their names, and what each describes, as columns. */
export function renderSchemaNames(): string {
  return renderColumns(Object.entries(SCHEMAS).map(([name, { title }]) => [name, String(title)]));
}
