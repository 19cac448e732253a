/** The text of a manifest, YAML or JSON → its documents, with the position of every node. */
import { constructFromEvents, getScalarValue } from "js-yaml";
import { explainYamlError } from "../yaml/explain-yaml-error.js";
import { findAliasProblem } from "../yaml/find-alias-problem.js";
import { createNodeFinder, locateRoot, type NodePath } from "../yaml/locate-nodes.js";
import { parseYaml } from "../yaml/parse-yaml.js";
import type { ProblemWords, YamlProblem } from "../yaml/yaml-problem.js";
import { createPositionFinder, type TextPosition } from "../text/text-position.js";
import { findNullKey } from "./find-null-key.js";
import { MANIFEST_SCHEMA } from "./manifest-schema.js";
import { splitDocuments, type TextRange } from "./split-documents.js";

/** One document of a manifest. */
export interface ManifestDocument extends TextRange {
  /** Its YAML, as long as its range. */
  yaml: string;
  /** Plain data; null if the document is empty. */
  value: unknown;
  /** The position of the node at `path`: of its key, or of its list item. */
  locate: (path: NodePath) => TextPosition;
  /** How the scalar at `path` is written; null for another node, and for one that an alias or a merge hides. */
  sourceOf: (path: NodePath) => string | null;
}

/** The documents of a text, or why it can't be read. */
export interface Manifest {
  documents: ManifestDocument[];
  /** The first syntax error; then there are no documents. */
  problem: (TextPosition & ProblemWords) | null;
}

/** Reads every document. Comments, including a marker line, are not part of any value. */
export function readManifest(text: string): Manifest {
  const positionAt = createPositionFinder(text);
  const documents: ManifestDocument[] = [];
  for (const stretch of splitDocuments(text)) {
    try {
      documents.push(readDocument(text, stretch, positionAt));
    } catch (error) {
      const { position, ...words } = explainError(text.slice(stretch.start, stretch.end), error);
      return { documents: [], problem: { ...words, ...positionAt(stretch.start + position) } };
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
  const source = cutHead(text.slice(start, end), start > 0);
  const events = parseYaml(source);
  const nullKey = findNullKey(source, events);
  if (nullKey !== null) throw new UnreadableDocument(describeNullKey(nullKey));
  const [value = null, ...others] = constructFromEvents(events, { source, schema: MANIFEST_SCHEMA, json: true });
  if (others.length > 0) throw new UnreadableDocument(describeUnseparated(source));
  const problem = findAliasProblem(events, [value]);
  if (problem) throw new UnreadableDocument(problem);
  const root = locateRoot(events);
  // Parsed again, because the events of all documents would fill the memory.
  const lookUp = createNodeFinder(source, () => parseYaml(source));
  return {
    start,
    end,
    yaml: source,
    value,
    locate: (path) => positionAt(start + (path.length === 0 ? root : (lookUp(path)?.start ?? 0))),
    sourceOf: (path) => {
      const scalar = lookUp(path)?.scalar ?? null;
      return scalar && getScalarValue(source, scalar);
    },
  };
}

/**
 * Of a second document kubectl passes on only what is below its `---` line, so that a byte order mark is at the start
 * of its text. Every offset stays the same.
 */
function cutHead(source: string, isSecond: boolean): string {
  if (!isSecond) return source;
  return source.replace(/^---(?=#)/, "   ").replace(/^(---[^\n]*)\n\ufeff/, "$1 \n");
}

function describeNullKey(position: number): YamlProblem {
  return { position, reason: "a key that YAML reads as null", fix: "put the key in quotes" };
}

/** YAML that can't be a document of a manifest. */
class UnreadableDocument extends Error {
  readonly problem: YamlProblem;

  constructor(problem: YamlProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

function describeUnseparated(source: string): YamlProblem {
  const position = source.search(/^\.\.\./m);
  if (position === -1) {
    const reason = "`---` below a line that ends with CR, which Kubernetes does not read as a separator";
    return { position: Math.max(0, source.search(/(?<=\r)---/)), reason, fix: "end lines with LF" };
  }
  return { position, reason: "the document below `...` has no `---` above it", fix: "write `---` below the `...`" };
}

function explainError(source: string, error: unknown): YamlProblem {
  return error instanceof UnreadableDocument ? error.problem : explainYamlError(source, error, "go-yaml");
}
