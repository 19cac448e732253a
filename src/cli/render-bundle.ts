import { createHash } from "node:crypto";
import type { KubebootError } from "../errors.js";
import type { Bundle, Part } from "../model.js";
import { listFailures } from "./list-failures.js";
import { renderJson } from "./render.js";

/** The report of `bundle --json`, with a final newline. */
export function renderBundle({ bytes, layers, parts, findings }: Bundle): string {
  return renderJson({ bytes: bytes.length, layers, parts: parts.map(describePart), findings });
}

/** The report if errors prevented the blob from being written. */
export function renderFailedBundle(error: KubebootError): string {
  return renderJson({ bytes: null, layers: [], parts: [], findings: listFailures(error) });
}

/** A part as described in reports. */
export function describePart({ type, filename, transferEncoding, content, headers }: Part, index: number) {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { index, type, filename, transferEncoding, bytes: content.length, sha256, headers };
}
