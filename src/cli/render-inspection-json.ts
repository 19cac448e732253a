/** A blob that was read → one JSON object. */
import { effectiveType } from "../part/effective-type.js";
import type { ReadBundle, ReadPart } from "../model.js";
import type { Platform } from "../platforms/platforms.js";
import { describePart } from "./render-bundle.js";
import { findFits } from "./render-limits.js";
import { renderJson } from "./render.js";

/** The report of `inspect --json`, with a newline at its end. */
export function renderInspectionJson(bundle: ReadBundle, platform: Platform | null): string {
  const { parts, findings } = bundle;
  const limits = findFits(bundle, platform).map((fit) => ({
    platform: fit.platform.name,
    bytes: fit.size,
    limit: fit.limit,
  }));
  return renderJson({ ...describeBlob(bundle), parts: parts.map(describeReadPart), limits, findings });
}

/** What a report says of a blob as a whole. */
export function describeBlob({ bytes, layers, message }: ReadBundle) {
  return { bytes: bytes.length, layers, messageBytes: message.length };
}

/** What a report says of a part that was read. */
export function describeReadPart(part: ReadPart, index: number) {
  const { number, declared, offset } = part;
  return { ...describePart(part, index), number, declared, effectiveType: effectiveType(part), offset };
}
