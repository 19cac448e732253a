/** Part[] → Part[] without the marker lines above JSON. */
import { findMarker, isKubernetes } from "../part/content-types.js";
import { finding } from "../findings/finding.js";
import type { ArrangedParts, Finding, Part } from "../model.js";
import { isJsonText } from "./split-documents.js";

/**
 * Drops markers that have served to find the content type: JSON has no comments, so a JSON reader would reject them.
 */
export function dropJsonMarkers(parts: readonly Part[]): ArrangedParts {
  const findings: Finding[] = [];
  const delivered = parts.map((part) => {
    const json = isKubernetes(part.type) ? findJsonBelowMarker(part.content) : null;
    if (json === null) return part;
    findings.push(finding("marker-dropped", { path: part.path, line: 1, column: 1 }));
    return { ...part, content: json };
  });
  return { parts: delivered, findings };
}

/** The bytes below a first line that is a marker, if they are JSON. */
function findJsonBelowMarker(content: Uint8Array): Uint8Array | null {
  const lineEnd = content.indexOf(0x0a);
  if (lineEnd === -1 || !findMarker(Buffer.from(content.subarray(0, lineEnd)).toString())) return null;
  const rest = content.subarray(lineEnd + 1);
  return isJsonText(Buffer.from(rest).toString()) ? rest : null;
}
