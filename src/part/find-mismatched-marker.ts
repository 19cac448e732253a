import type { Part } from "../model.js";
import { findMarker, type Marker } from "./content-types.js";
import { readHead, readText } from "./part-text.js";

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

/** The marker that the part begins with if cloud-init reads the part as another type, or null. */
export function findMismatchedMarker(part: Part): Marker | null {
  const { type } = part;
  const marker = findMarker(readHead(part));
  if (marker === null || marker.type === type || HARMLESS[type]?.includes(marker.type) !== false) return null;
  // A template without anything to render stays the same.
  return marker.type === "text/jinja2" && !/\{[{%#]/.test(readText(part)) ? null : marker;
}
