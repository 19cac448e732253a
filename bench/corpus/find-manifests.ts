/** A folder → its files with Kubernetes objects. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { loadAll } from "js-yaml";

/** A file with an object. */
export interface ManifestFile {
  /** Relative to the folder. */
  path: string;
  /** The namespaces that its objects name. */
  namespaces: readonly string[];
}

/** The files, and how many more are templates of Helm and the like, which are no manifests yet. */
export interface FoundManifests {
  manifests: readonly ManifestFile[];
  templates: number;
}

/** The YAML and JSON files that have an object with apiVersion and kind, in the order of their paths. */
export function findManifests(folder: string): FoundManifests {
  const files = listFiles(folder).map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
  const withObjects = files.filter(({ text }) => HEAD.every((pattern) => pattern.test(text)));
  const plain = withObjects.filter(({ text }) => !TEMPLATE.test(text));
  const read = plain.flatMap(({ path, text }) => {
    const objects = readObjects(text);
    return objects.length === 0 ? [] : [{ path, namespaces: listNamespaces(objects) }];
  });
  return { manifests: read, templates: withObjects.length - plain.length };
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((path) => !path.split("/").includes(".git"))
    .toSorted();
}

/** What an object has, which tells most other files from manifests without parsing them. */
const HEAD = [/\bapiVersion"?\s*:/, /\bkind"?\s*:/];

/** An action on a line of its own, or a value of Helm. */
const TEMPLATE = /^\s*\{\{|\{\{-?\s*(?:\.Values|\.Release|include|template)\b/m;

interface Json {
  apiVersion?: unknown;
  kind?: unknown;
  items?: unknown;
  metadata?: { namespace?: unknown } | null;
}

/** An object that stands for what can't be read: kubectl and lint say why. */
const UNREADABLE: Json = {};

function readObjects(text: string): Json[] {
  try {
    return loadAll(text).filter((value) => isObject(value));
  } catch {
    return /^apiVersion:/m.test(text) && /^kind:/m.test(text) ? [UNREADABLE] : [];
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && "apiVersion" in value && "kind" in value;
}

/** Without those that no namespace can have. */
function listNamespaces(objects: readonly Json[]): string[] {
  return objects
    .flatMap((object) => [
      object,
      ...(Array.isArray(object.items) ? object.items.filter((item) => isObject(item)) : []),
    ])
    .flatMap(({ metadata }) => metadata?.namespace ?? [])
    .filter((name): name is string => typeof name === "string" && /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(name));
}
