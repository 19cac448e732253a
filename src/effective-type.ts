import { findMarker, isKubernetes } from "./content-types.js";
import type { Part } from "./model.js";
import { SNIFFED_AGAIN } from "./sniff-part.js";

/** What cloud-init makes of a part in the end: a template counts as what it is a template of. */
export function effectiveType({ type, content }: Part): string {
  const head = (): string => Buffer.from(content.subarray(0, 4096)).toString("utf8");
  const sniffed = SNIFFED_AGAIN.has(type) ? (findMarker(head())?.type ?? type) : type;
  if (isKubernetes(sniffed)) return type;
  return sniffed === "text/jinja2" ? (findMarker(head().replace(/^.*\r?\n?/, ""))?.type ?? sniffed) : sniffed;
}
