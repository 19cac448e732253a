import type { JsonSchema } from "./model.js";
import type { Reports } from "./reports.js";
import { findSchema } from "./schemas/find-schema.js";
import { SCHEMAS } from "./schemas/schemas.js";

export type { JsonSchema } from "./model.js";

/** The name of a schema: an output, or `fleet`, the description that a person writes. */
export type SchemaName = keyof Reports | "fleet";

/**
 * The JSON Schemas (draft 2020-12) that `kubeboot schema NAME` prints, by name. The types of what they describe are
 * those of `Reports`.
 */
export const schemas = Object.fromEntries(Object.keys(SCHEMAS).map((name) => [name, findSchema(name)])) as Readonly<
  Record<SchemaName, JsonSchema>
>;
