/** Part[] → the errors of their cloud-config by cloud-init's JSON schema. */
import { effectiveType } from "../part/effective-type.js";
import type { Finding, JsonSchema, Part } from "../model.js";

/**
 * Validates by the schema that `loadSchema` returns, if any. Without cloud-config neither the schema nor the
 * validator is loaded.
 * @throws {KubebootError} `unreadable` for an invalid JSON schema
 */
export async function validateConfigs(
  parts: readonly Part[],
  loadSchema: () => Promise<JsonSchema | null>,
): Promise<Finding[]> {
  if (!parts.some((part) => effectiveType(part) === "text/cloud-config")) return [];
  const schema = await loadSchema();
  if (schema === null) return [];
  const { validateSchema } = await import("./validate-schema.js");
  return validateSchema(parts, schema);
}
