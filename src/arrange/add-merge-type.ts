/** Part[] → Part[] whose cloud-config parts say how they are merged into the earlier ones. */
import { effectiveType } from "../part/effective-type.js";
import { finding } from "../findings/finding.js";
import type { ArrangedParts, Part } from "../model.js";

/** Adds the header to the second and later cloud-config parts: it applies to the part that carries it. */
export function addMergeType(parts: readonly Part[], spec: string): ArrangedParts {
  const configs = parts.filter((part) => effectiveType(part) === "text/cloud-config");
  const later = new Set(configs.slice(1));
  return {
    parts: parts.map((part) =>
      later.has(part) ? { ...part, headers: { ...part.headers, "X-Merge-Type": spec } } : part,
    ),
    findings: later.size === 0 ? [finding("merge-type-unused", {})] : [],
  };
}
