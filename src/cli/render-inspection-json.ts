/** A blob that was read → one JSON object. */
import { effectiveType } from "../part/effective-type.js";
import type { ReadBundle, ReadPart } from "../model.js";
import type { Platform } from "../platforms/platforms.js";
import { describePart } from "./render-bundle.js";
import { findFits } from "./render-limits.js";
import { renderJson } from "./render.js";

/** The report of `inspect --json`, with a final newline. */
export function renderInspectionJson(bundle: ReadBundle, platform: Platform | null): string {
  const { parts, findings } = bundle;
  const limits = findFits(bundle, platform).map((fit) => ({
    platform: fit.platform.name,
    bytes: fit.size,
    limit: fit.limit,
  }));
  return renderJson({ ...describeBlob(bundle), parts: parts.map(describeReadPart), limits, findings });
}

/** A blob as a whole, as described in reports. */
export function describeBlob({ bytes, layers, message }: ReadBundle) {
  return { bytes: bytes.length, layers, messageBytes: message.length };
}

/** A part that was read, as described in reports. */
export function describeReadPart(part: ReadPart, index: number) {
  const { number, declared, offset } = part;
  return { ...describePart(part, index), number, declared, effectiveType: effectiveType(part), offset };
}
