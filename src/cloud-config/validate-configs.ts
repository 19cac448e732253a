/** Part[] → what cloud-init's JSON schema says about the cloud-config among them. */
import { effectiveType } from "../part/effective-type.js";
import type { Finding, JsonSchema, Part } from "../model.js";

/**
 * Validates by the schema that `loadSchema` gives, if it gives one. Without cloud-config neither the schema
 * nor what validates by it is loaded.
 * @throws {KubebootError} `unreadable` for what is no JSON schema
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
