/** Part[] → Part[] without the marker lines that stand above JSON. */
import { findMarker, isKubernetes } from "../part/content-types.js";
import { finding } from "../findings/finding.js";
import type { ArrangedParts, Finding, Part } from "../model.js";
import { isJsonText } from "./split-documents.js";

/** A marker has told the content type by now, and JSON has no comments: a reader of JSON would refuse it. */
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

/** The bytes below a first line that is a marker, when they are JSON. */
function findJsonBelowMarker(content: Uint8Array): Uint8Array | null {
  const lineEnd = content.indexOf(0x0a);
  if (lineEnd === -1 || !findMarker(Buffer.from(content.subarray(0, lineEnd)).toString())) return null;
  const rest = content.subarray(lineEnd + 1);
  return isJsonText(Buffer.from(rest).toString()) ? rest : null;
}
