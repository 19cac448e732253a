import { findMarker } from "../part/content-types.js";
import { isTemplate } from "../part/effective-type.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import { readHead } from "../part/part-text.js";
import type { Check } from "./check.js";

/** The types that a rendered template can have (stages.py, _default_handlers; a JSON patch is treated as YAML). */
const SUPPORTED = new Set(["text/cloud-config", "text/x-shellscript"]);

export const templates: Check = {
  codes: ["template-header", "template-unsupported"],
  target: "input",
  each: true,
  run: (parts) => parts.filter((part) => isTemplate(part) && part.content.length > 0).flatMap(checkPart),
};

function checkPart(part: Part): Finding[] {
  const [, first, rest] = /^(.*)\n?([^]*)$/.exec(readHead(part).replace(/^\ufeff/, ""))!;
  // cloudinit/templater.py, TYPE_MATCHER: the very first line, without a blank line above.
  if (!/^##\s*template:\s*jinja\s*$/i.test(first!)) return [finding("template-header", locationOf(part, { line: 1 }))];
  const marker = findMarker(rest!);
  if (marker === null || SUPPORTED.has(marker.type)) return [];
  return [finding("template-unsupported", locationOf(part, { line: 2 }), { marker: marker.marker })];
}
