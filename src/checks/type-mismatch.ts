import { findMarker } from "../part/content-types.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import { readHead, readText } from "../part/part-text.js";
import type { Check } from "./check.js";

/**
 * The types that cloud-init trusts regardless of the content, and the types whose markers are harmless there: to
 * Python `#!` is a comment, and an include list may change from one form to the other (user_data.py, _do_include).
 */
const HARMLESS: Readonly<Record<string, readonly string[]>> = {
  "text/cloud-config": [],
  "text/cloud-config-archive": [],
  "text/cloud-config-jsonp": [],
  "text/part-handler": ["text/x-shellscript"],
  "text/x-include-url": ["text/x-include-once-url"],
  "text/x-include-once-url": ["text/x-include-url"],
};

export const typeMismatch: Check = {
  codes: ["type-mismatch"],
  target: "input",
  run: (parts) => parts.flatMap(checkPart),
};

function checkPart(part: Part): Finding[] {
  const { type } = part;
  const marker = findMarker(readHead(part));
  if (marker === null || marker.type === type || HARMLESS[type]?.includes(marker.type) !== false) return [];
  // A template without anything to render stays the same.
  if (marker.type === "text/jinja2" && !/\{[{%#]/.test(readText(part))) return [];
  return [finding("type-mismatch", locationOf(part, { line: 1 }), { type, marker: marker.marker, meant: marker.type })];
}
