/** The text of a manifest, YAML or JSON → its documents, with the place of everything in them. */
import { YAMLException, constructFromEvents, parseEvents } from "js-yaml";
import type { NodePath } from "./list-objects.js";
import { findNode, locateNodes } from "./locate-nodes.js";
import { MANIFEST_SCHEMA } from "./manifest-schema.js";
import { splitDocuments, type Stretch } from "./split-documents.js";

/** Line and column, counted from 1. */
export interface TextPlace {
  line: number;
  column: number;
}

/** One document of a manifest. */
export interface ManifestDocument extends Stretch {
  /** Plain data; null when the document is empty. */
  value: unknown;
  /** Where the node at `path` stands: its key, or its list item. */
  locate: (path: NodePath) => TextPlace;
}

/** What a text holds, or why that can't be told. */
export interface Manifest {
  documents: ManifestDocument[];
  /** The first syntax error; there are no documents then. */
  problem: (TextPlace & { reason: string }) | null;
}

/** Reads every document. Comments, a marker line among them, are no part of any value. */
export function readManifest(text: string): Manifest {
  const documents: ManifestDocument[] = [];
  for (const stretch of splitDocuments(text)) {
    try {
      documents.push(readDocument(text, stretch));
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const offset = stretch.start + (error.mark?.position ?? 0);
      return { documents: [], problem: { reason: error.reason, ...placeAt(text, offset) } };
    }
  }
  return { documents, problem: null };
}

/** What stands behind `...` without a `---` is another document, which no client of Kubernetes reads. */
function readDocument(text: string, { start, end }: Stretch): ManifestDocument {
  const source = text.slice(start, end);
  const events = parseEvents(source, {});
  const [value = null, ...others] = constructFromEvents(events, { source, schema: MANIFEST_SCHEMA, json: true });
  if (others.length > 0) YAMLException.throwAt(source, source.search(/^\.\.\./m), "a document without --- above it");
  const root = locateNodes(source, events);
  return { start, end, value, locate: (path) => placeAt(text, start + (root ? findNode(root, path) : 0)) };
}

function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
