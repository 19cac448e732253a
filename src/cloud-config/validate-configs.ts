/** Part[] → what cloud-init's JSON schema says about the cloud-config among them. */
import { applySuppressions } from "../findings/suppressions.js";
import { effectiveType } from "../part/effective-type.js";
import type { Finding, JsonSchema, Part } from "../model.js";

/**
 * Validates by the schema that `loadSchema` gives, if it gives one. Without cloud-config neither the schema
 * nor what validates by it is loaded.
 *
 * @param checked what the checks have found: they have better words for what the schema says of the same place
 * @throws {KubebootError} `unreadable` for what is no JSON schema
 */
export async function validateConfigs(
  parts: readonly Part[],
  checked: readonly Finding[],
  loadSchema: () => Promise<JsonSchema | null>,
): Promise<Finding[]> {
  if (!parts.some((part) => effectiveType(part) === "text/cloud-config")) return [];
  const schema = await loadSchema();
  if (schema === null) return [];
  const { validateSchema } = await import("./validate-schema.js");
  const told = new Set(checked.map(describeLocation));
  const findings = validateSchema(parts, schema).filter((found) => !told.has(describeLocation(found)));
  return applySuppressions(findings, parts, new Set());
}

function describeLocation({ path, part, line, column, severity }: Finding): string {
  return JSON.stringify([path, part, line, column, severity]);
}
