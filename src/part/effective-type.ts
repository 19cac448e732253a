import { findMarker } from "./content-types.js";
import type { Part } from "../model.js";
import { readHead } from "./part-text.js";
import { resolveType } from "./resolve-type.js";

/** What cloud-init makes of a part in the end: a template counts as what it is a template of. */
export function effectiveType(part: Part): string {
  const type = resolveType(part.type, part.content);
  return type === "text/jinja2" ? (findMarker(readHead(part).replace(/^.*\r?\n?/, ""))?.type ?? type) : type;
}

/** Whether cloud-init fills the part in before it looks what it is. */
export function isTemplate(part: Part): boolean {
  return resolveType(part.type, part.content) === "text/jinja2";
}
