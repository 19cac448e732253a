/** A part → its Kubernetes objects, and the position of each of their values. */
import { isUtf8 } from "node:buffer";
import { isKubernetes } from "../part/content-types.js";
import type { Part } from "../model.js";
import type { NodePath } from "../yaml/locate-nodes.js";
import type { TextPosition } from "../text/text-position.js";
import { isOldObject } from "./find-old-objects.js";
import { listObjects } from "./list-objects.js";
import { memoizeContent } from "../part/memoize-content.js";
import { readManifest, type Manifest } from "./read-manifest.js";

/** An object and its location. */
export interface LocatedObject {
  part: Part;
  value: Record<string, unknown>;
  /** The position of the node at `path` of the object: of its key, or of its list item. */
  locate: (path: NodePath) => TextPosition;
  /** How the scalar at `path` is written, or null. */
  sourceOf: (path: NodePath) => string | null;
}

/** Whether the part contains Kubernetes objects. Another check reports content that is not UTF-8. */
export function isManifest({ type, content }: Part): boolean {
  return isKubernetes(type) && isUtf8(content);
}

/** Reads a manifest once. */
export const readManifestContent = memoizeContent((content) => readManifest(new TextDecoder().decode(content)));

/** The content of the part. */
export function readManifestOf({ content }: Part): Manifest {
  return readManifestContent(content);
}

/** The objects of all manifests except those of API versions before v1, which the upgrade handles. */
export function readObjects(parts: readonly Part[]): LocatedObject[] {
  return parts.flatMap((part) => {
    const objects = objectsOf.get(part) ?? (isManifest(part) ? locateObjects(part) : []);
    objectsOf.set(part, objects);
    return objects;
  });
}

/** Each check asks for them. */
const objectsOf = new WeakMap<Part, LocatedObject[]>();

function locateObjects(part: Part): LocatedObject[] {
  return readManifestOf(part).documents.flatMap(({ value: document, locate, sourceOf }) =>
    listObjects(document)
      .filter(({ value }) => !isOldObject(value))
      .map(({ value, path }) => ({
        part,
        value,
        locate: (at: NodePath) => locate([...path, ...at]),
        sourceOf: (at: NodePath) => sourceOf([...path, ...at]),
      })),
  );
}
