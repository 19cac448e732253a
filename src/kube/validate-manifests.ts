/** Part[] → what Kubernetes' own schema says about the objects among them. */
import { isKubernetes } from "../part/content-types.js";
import type { Finding, Part } from "../model.js";

/**
 * Without manifests neither the YAML parser nor a schema is loaded.
 *
 * @param checked what the checks have found: they have better words for what the schema says of the same place
 */
export async function validateManifests(parts: readonly Part[], checked: readonly Finding[]): Promise<Finding[]> {
  if (!parts.some(({ type }) => isKubernetes(type))) return [];
  const { validateObjects } = await import("./schema/validate-objects.js");
  const told = new Set(checked.map(describeLocation));
  return (await validateObjects(parts)).filter((found) => !told.has(describeLocation(found)));
}

function describeLocation({ path, part, line, column, severity }: Finding): string {
  return JSON.stringify([path, part, line, column, severity]);
}
