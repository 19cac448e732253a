/** The text of a manifest → whether it contains objects of an API version before v1, without a YAML parser. */
import { inferKind } from "./infer-kind.js";
import { listObjects } from "./list-objects.js";
import { isJsonText, findJson, splitDocuments } from "./split-documents.js";

/**
 * The line, counted from 1, of the first sign of such an object; null if there is none. Reads only what needs no YAML
 * parser, which is slow to load: JSON, and keys at the start of a YAML line, where nothing else can occur.
 */
export function findOldObject(text: string): number | null {
  const json = text.slice(findJson(text) ?? 0);
  if (isJsonText(json)) return hasOldJson(json) ? lineAt(text, text.search(/"(desiredState|v1beta[12]|port)"/)) : null;
  for (const { start, end } of splitDocuments(text)) {
    const offset = findOldYaml(text.slice(start, end));
    if (offset !== null) return lineAt(text, start + offset);
  }
  return null;
}

/** Whether the object is v1beta1, or v1beta2, which has the same fields; bare ones are recognized by their fields. */
export function isOldObject(object: Record<string, unknown>): boolean {
  const { apiVersion } = object;
  if (typeof apiVersion === "string" && apiVersion !== "") return /^v1beta[12]$/.test(apiVersion);
  return inferKind(object) !== null;
}

function hasOldJson(json: string): boolean {
  const values = splitDocuments(json).map(({ start, end }) => JSON.parse(json.slice(start, end)) as unknown);
  return values.flatMap((value) => listObjects(value)).some(({ value }) => isOldObject(value));
}

/** The offset of the sign in a document. */
function findOldYaml(document: string): number | null {
  const lines = [...document.matchAll(/^(["']?)([A-Za-z]+)\1[ \t]*:(?=\s|$)[ \t]*(["']?)([^\s"']*)/gm)];
  const keys = new Map(lines.map(({ index, 2: key, 4: value }) => [key!, { index, value }]));
  const inList = /^[ -]+["']?apiVersion["']?[ \t]*:[ \t]*["']?v1beta[12]\b["']?[ \t]*(?:#.*)?$/m.exec(document);
  if (keys.has("items") && inList) return inList.index;
  const outline = Object.fromEntries([...keys].map(([key, { value }]) => [key, value]));
  if (!isOldObject(keys.has("desiredState") ? { ...outline, desiredState: { manifest: null } } : outline)) return null;
  return (keys.get("apiVersion") ?? keys.get("desiredState") ?? keys.get("selector"))!.index;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
