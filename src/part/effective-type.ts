import { findMarker } from "./content-types.js";
import type { Part } from "../model.js";
import { readHead } from "./part-text.js";
import { resolveType } from "./resolve-type.js";

/** The type that cloud-init finally uses: a template counts as the type that it renders to. */
export function effectiveType(part: Part): string {
  const type = resolveType(part.type, part.content);
  return type === "text/jinja2" ? (findMarker(readHead(part).replace(/^.*\r?\n?/, ""))?.type ?? type) : type;
}

/** Whether cloud-init renders the part before it determines its type. */
export function isTemplate(part: Part): boolean {
  return resolveType(part.type, part.content) === "text/jinja2";
}
