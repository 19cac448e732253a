/** Part[] → the errors of their objects by Kubernetes' own schema. */
import { isKubernetes } from "../part/content-types.js";
import type { Finding, Part } from "../model.js";

/** Without manifests neither the YAML parser nor a schema is loaded. */
export async function validateManifests(parts: readonly Part[]): Promise<Finding[]> {
  if (!parts.some(({ type }) => isKubernetes(type))) return [];
  const { validateObjects } = await import("./schema/validate-objects.js");
  return validateObjects(parts);
}
