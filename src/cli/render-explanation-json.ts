import { createHash } from "node:crypto";
import type { ExplainedPart, Explanation } from "../explain/explanation.js";
import { renderJson } from "./render.js";

/** The explanation as one JSON object. Parts have the size and the SHA-256 of their content. */
export function renderExplanationJson({ parts, ...explanation }: Explanation): string {
  return renderJson({ ...explanation, parts: parts.map(describePart) });
}

function describePart({ index, type, filename, path, part, steps, dropped, content }: ExplainedPart) {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { index, type, filename, path, part, steps, dropped, bytes: content.length, sha256 };
}
