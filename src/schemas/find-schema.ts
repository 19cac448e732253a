import { KubebootError } from "../errors.js";
import type { JsonSchema } from "../model.js";
import { findNearest } from "../text/find-nearest.js";
import { SCHEMAS } from "./schemas.js";

/**
 * The schema with this name: a complete document of JSON Schema, draft 2020-12. Its `$id` never changes.
 *
 * @throws {KubebootError} `usage` for an unknown name
 */
export function findSchema(name: string): JsonSchema {
  if (!Object.hasOwn(SCHEMAS, name)) throw new KubebootError("usage", describeUnknown(name));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:kubeboot:schema:${name}`,
    ...SCHEMAS[name],
  };
}

function describeUnknown(name: string): string {
  const names = Object.keys(SCHEMAS);
  const nearest = findNearest(name, names);
  const wayOut = nearest === null ? "" : `did you mean ${nearest}? `;
  return `unknown schema "${name}": ${wayOut}use one of ${names.join(", ")}`;
}
