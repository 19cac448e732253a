import { isCloudConfig, readConfig } from "../../cloud-config/read-config.js";
import { describeValue } from "../../cloud-config/describe-value.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import { findMismatchedMarker } from "../../part/find-mismatched-marker.js";
import type { Check } from "../check.js";

/**
 * cloud-init accepts one document, a mapping or nothing (util.py, load_yaml). Another check reports what is no
 * cloud-config by its marker.
 */
export const configRoot: Check = {
  codes: ["config-root", "config-documents"],
  target: "input",
  each: true,
  run: (parts) => parts.filter((part) => isCloudConfig(part) && findMismatchedMarker(part) === null).flatMap(checkRoot),
};

function checkRoot(part: Part): Finding[] {
  const { documents, locate } = readConfig(part);
  const [root = null, second] = documents;
  if (second !== undefined) return [finding("config-documents", locationOf(part), { count: documents.length })];
  if (root === null || (typeof root === "object" && !Array.isArray(root) && !(root instanceof Date))) return [];
  return [finding("config-root", locationOf(part, locate([])), { found: describeValue(root) })];
}
