/** The text of a manifest, YAML or JSON → its documents, with the position of every node. */
import { YAMLException, constructFromEvents } from "js-yaml";
import { findAliasProblem } from "../yaml/find-alias-problem.js";
import { findNode, locateNodes, type NodePath } from "../yaml/locate-nodes.js";
import { parseYaml } from "../yaml/parse-yaml.js";
import { createPositionFinder, type TextPosition } from "../text/text-position.js";
import { MANIFEST_SCHEMA } from "./manifest-schema.js";
import { splitDocuments, type TextRange } from "./split-documents.js";

/** One document of a manifest. */
export interface ManifestDocument extends TextRange {
  /** Plain data; null if the document is empty. */
  value: unknown;
  /** The position of the node at `path`: of its key, or of its list item. */
  locate: (path: NodePath) => TextPosition;
}

/** The documents of a text, or why it can't be read. */
export interface Manifest {
  documents: ManifestDocument[];
  /** The first syntax error; then there are no documents. */
  problem: (TextPosition & { reason: string }) | null;
}

/** Reads every document. Comments, including a marker line, are not part of any value. */
export function readManifest(text: string): Manifest {
  const positionAt = createPositionFinder(text);
  const documents: ManifestDocument[] = [];
  for (const stretch of splitDocuments(text)) {
    try {
      documents.push(readDocument(text, stretch, positionAt));
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const offset = stretch.start + (error.mark?.position ?? 0);
      return { documents: [], problem: { reason: error.reason, ...positionAt(offset) } };
    }
  }
  return { documents, problem: null };
}

/** Content behind `...` without a `---` is another document, which no client of Kubernetes reads. */
function readDocument(
  text: string,
  { start, end }: TextRange,
  positionAt: (offset: number) => TextPosition,
): ManifestDocument {
  const source = text.slice(start, end);
  const events = parseYaml(source);
  const [value = null, ...others] = constructFromEvents(events, { source, schema: MANIFEST_SCHEMA, json: true });
  if (others.length > 0) YAMLException.throwAt(source, source.search(/^\.\.\./m), "a document without --- above it");
  const problem = findAliasProblem(events, [value]);
  if (problem) YAMLException.throwAt(source, problem.position, problem.reason);
  const root = locateNodes(source, events);
  return { start, end, value, locate: (path) => positionAt(start + (root ? findNode(root, path) : 0)) };
}
