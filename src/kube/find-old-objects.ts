/** The text of a manifest → whether it contains objects of an API version before v1, without a YAML parser. */
import { inferKind } from "./infer-kind.js";
import { listObjects } from "./list-objects.js";
import { FIRST_VERSION, isOldVersion, OLD_VERSIONS, type OldVersion } from "./old-versions.js";
import { isJsonText, findJson, splitDocuments } from "./split-documents.js";

/** The first sign of such an object. */
export interface OldObject {
  version: OldVersion;
  /** Counted from 1. */
  line: number;
}

/**
 * Finds the first old object; null if there is none. Reads only what needs no YAML parser, which is slow to load: JSON,
 * and keys at the start of a YAML line, where nothing else can occur.
 */
export function findOldObject(text: string): OldObject | null {
  const json = text.slice(findJson(text) ?? 0);
  if (isJsonText(json)) {
    const version = findOldJson(json);
    return version && { version, line: lineAt(text, text.search(SIGN_IN_JSON)) };
  }
  for (const { start, end } of splitDocuments(text)) {
    const sign = findOldYaml(text.slice(start, end));
    if (sign !== null) return { version: sign.version, line: lineAt(text, start + sign.offset) };
  }
  return null;
}

/** Whether the object is of an old version; those that name no version are recognized by their fields. */
export function isOldObject(object: Record<string, unknown>): boolean {
  return oldVersionOf(object) !== null;
}

/** The old version of an object; null for any other object. */
export function oldVersionOf(object: Record<string, unknown>): OldVersion | null {
  const { apiVersion } = object;
  if (isOldVersion(apiVersion)) return apiVersion;
  if (typeof apiVersion === "string" && apiVersion !== "") return null;
  return inferKind(object) === null ? null : FIRST_VERSION;
}

const ANY_VERSION = OLD_VERSIONS.join("|");
const SIGN_IN_JSON = new RegExp(`"(desiredState|${ANY_VERSION}|port)"`);
const ITEM_IN_YAML = new RegExp(
  `^[ -]+["']?apiVersion["']?[ \\t]*:[ \\t]*["']?(${ANY_VERSION})["']?[ \\t]*(?:#.*)?$`,
  "m",
);

function findOldJson(json: string): OldVersion | null {
  const values = splitDocuments(json).map(({ start, end }) => JSON.parse(json.slice(start, end)) as unknown);
  const versions = values.flatMap((value) => listObjects(value)).map(({ value }) => oldVersionOf(value));
  return versions.find((version) => version !== null) ?? null;
}

/** The sign in a document, by its offset. */
function findOldYaml(document: string): { version: OldVersion; offset: number } | null {
  const lines = [...document.matchAll(/^(["']?)([A-Za-z]+)\1[ \t]*:(?=\s|$)[ \t]*(["']?)([^\s"']*)/gm)];
  const keys = new Map(lines.map(({ index, 2: key, 4: value }) => [key!, { index, value }]));
  const item = ITEM_IN_YAML.exec(document);
  if (keys.has("items") && item) return { version: item[1] as OldVersion, offset: item.index };
  const outline = Object.fromEntries([...keys].map(([key, { value }]) => [key, value]));
  const version = oldVersionOf(keys.has("desiredState") ? { ...outline, desiredState: { manifest: null } } : outline);
  if (version === null) return null;
  return { version, offset: (keys.get("apiVersion") ?? keys.get("desiredState") ?? keys.get("selector"))!.index };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
