import { statSync } from "node:fs";
import type { LoadedSources } from "./load-sources.js";

/** Whether the only source is a file with the description of a fleet. */
export function isFleet({ sources, findings }: LoadedSources): boolean {
  const [source] = sources;
  if (
    !source ||
    sources.length > 1 ||
    findings.some(({ code }) => code !== "exclude-unused") ||
    source.type !== null ||
    source.path === "-"
  )
    return false;
  return source.template === undefined && looksLikeFleet(source.content) && !isPipe(source.path);
}

/** The description is read again, which a pipe does not allow. */
function isPipe(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFIFO() === true;
}

/** Whether a text can only be the description of a fleet: a mapping with roles and nodes, and no manifest. */
function looksLikeFleet(content: Uint8Array): boolean {
  const text = new TextDecoder().decode(content.subarray(0, 2 ** 20));
  const hasKey = (key: string): boolean => new RegExp(String.raw`^["']?${key}["']?[ \t]*:`, "m").test(text);
  if (/^\s*\{/.test(text)) return /"roles"\s*:/.test(text) && /"nodes"\s*:/.test(text) && !/"apiVersion"/.test(text);
  return hasKey("roles") && hasKey("nodes") && !hasKey("apiVersion") && !/^#(?:cloud-config|!)/.test(text);
}
