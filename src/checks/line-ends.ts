import { isKubernetes } from "../part/content-types.js";
import { effectiveType, isTemplate } from "../part/effective-type.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import { readText } from "../part/part-text.js";
import { isScript } from "../part/script-folders.js";
import type { Check } from "./check.js";

export const lineEnds: Check = {
  codes: ["script-crlf", "text-crlf"],
  target: "input",
  each: true,
  run: (parts) => parts.filter(({ content }) => content.includes(0x0d)).flatMap(checkPart),
};

/** YAML accepts LF, CRLF and CR as line ends; cloud-init converts a script to LF if its first line ends in CRLF. */
function checkPart(part: Part): Finding[] {
  const type = effectiveType(part);
  const script = isScript(type);
  if (!script && type !== "text/cloud-config" && !isKubernetes(type)) return [];
  const text = readText(part);
  const first = text.indexOf("\r\n");
  if (first === -1) return [];
  const line = text.slice(0, first).split("\n").length;
  if (script && line > 1 && !isTemplate(part)) return [finding("script-crlf", locationOf(part, { line }))];
  return [finding("text-crlf", locationOf(part, { line }), { type })];
}
