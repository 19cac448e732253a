/** A part → the Kubernetes objects in it, and where each of their values stands. */
import { isUtf8 } from "node:buffer";
import { isKubernetes } from "../part/content-types.js";
import type { Part } from "../model.js";
import type { NodePath } from "../yaml/locate-nodes.js";
import type { TextPosition } from "../text/text-position.js";
import { isV1beta1 } from "./find-v1beta1.js";
import { listObjects } from "./list-objects.js";
import { memoizeContent } from "../part/memoize-content.js";
import { readManifest, type Manifest } from "./read-manifest.js";

/** An object and where it is. */
export interface LocatedObject {
  part: Part;
  value: Record<string, unknown>;
  /** Where the node at `path` of the object stands: its key, or its list item. */
  locate: (path: NodePath) => TextPosition;
}

/** Whether the part holds Kubernetes objects. What is not UTF-8 is another check's. */
export function isManifest({ type, content }: Part): boolean {
  return isKubernetes(type) && isUtf8(content);
}

/** Reads a manifest once. */
export const readManifestContent = memoizeContent((content) => readManifest(new TextDecoder().decode(content)));

/** What the part holds. */
export function readManifestOf({ content }: Part): Manifest {
  return readManifestContent(content);
}

/** The objects of all manifests but those of v1beta1, at which upgrading looks. */
export function readObjects(parts: readonly Part[]): LocatedObject[] {
  return parts.filter(isManifest).flatMap((part) =>
    readManifestOf(part).documents.flatMap(({ value: document, locate }) =>
      listObjects(document)
        .filter(({ value }) => !isV1beta1(value))
        .map(({ value, path }) => ({ part, value, locate: (at: NodePath) => locate([...path, ...at]) })),
    ),
  );
}
