import { findMarker, isKubernetes } from "./content-types.js";
import type { Part } from "../model.js";
import { readHead } from "./part-text.js";
import { UNTRUSTED_TYPES } from "./resolve-type.js";

/** What cloud-init makes of a part in the end: a template counts as what it is a template of. */
export function effectiveType(part: Part): string {
  const sniffed = sniffAgain(part);
  return sniffed === "text/jinja2" ? (findMarker(readHead(part).replace(/^.*\r?\n?/, ""))?.type ?? sniffed) : sniffed;
}

/** Whether cloud-init fills the part in before it looks what it is. */
export function isTemplate(part: Part): boolean {
  return sniffAgain(part) === "text/jinja2";
}

function sniffAgain(part: Part): string {
  if (!UNTRUSTED_TYPES.has(part.type)) return part.type;
  const type = findMarker(readHead(part))?.type ?? part.type;
  return isKubernetes(type) ? part.type : type;
}
