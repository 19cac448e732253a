/** A cloud-config part → what cloud-init reads from it, with the position of every node. */
import { SCALAR_STYLE, constructFromEvents, getScalarValue, type Schema } from "js-yaml";
import { memoizeContent } from "../part/memoize-content.js";
import { effectiveType, isTemplate } from "../part/effective-type.js";
import type { Part } from "../model.js";
import { explainYamlError } from "../yaml/explain-yaml-error.js";
import { findAliasProblem } from "../yaml/find-alias-problem.js";
import { findFlowColon } from "../yaml/find-flow-colon.js";
import { findRepeatedKeys } from "../yaml/find-repeated-keys.js";
import { isMapping } from "../yaml/is-mapping.js";
import { locateInScalar } from "../yaml/locate-in-scalar.js";
import { createNodeFinder, type NodePath } from "../yaml/locate-nodes.js";
import { parseYaml } from "../yaml/parse-yaml.js";
import { explainProblem } from "../yaml/syntax/explain-problem.js";
import { findSyntaxProblem } from "../yaml/syntax/find-syntax-problem.js";
import type { ProblemWords, YamlProblem } from "../yaml/yaml-problem.js";
import { createPositionFinder, type LinePosition, type TextPosition } from "../text/text-position.js";
import { CONFIG_SCHEMA } from "./config-schema.js";

/** The content of a text, or why it can't be read. */
export interface Config {
  /** The lines of the part, without a byte order mark. */
  text: string;
  /** One value per YAML document; empty if there is a problem. */
  documents: unknown[];
  /** The position of the node at `path` of the first document: of its key, or of its list item. */
  locate: (path: NodePath) => TextPosition;
  /** The position of its value: the same as above for a list item. */
  locateValue: (path: NodePath) => TextPosition;
  /** The position of a place in the text of the scalar at `path`; if it is folded or escaped, of the value. */
  locateInside: (path: NodePath, place: LinePosition) => TextPosition;
  /** The scalar at `path` as it is written; null if it is quoted, an alias, or not a scalar. */
  writtenAt: (path: NodePath) => string | null;
  /** The keys that occur more than once in a mapping. */
  repeatedKeys: { key: string; firstLine: number; location: TextPosition }[];
  /** The first document, read with other tags. */
  readAs: (tags: Schema) => unknown;
  /** Where PyYAML before 5.1 stops, although later ones go on; null if it does not. */
  findFlowColon: () => TextPosition | null;
  /** The first syntax error. */
  problem: (TextPosition & ProblemWords) | null;
}

/** Whether cloud-init reads the part as cloud-config. A template is read only after it is rendered. */
export function isCloudConfig(part: Part): boolean {
  return effectiveType(part) === "text/cloud-config" && !isTemplate(part);
}

const readContent = memoizeContent((content) => parseConfig(new TextDecoder().decode(content)));

/** The content of the part. */
export function readConfig({ content }: Pick<Part, "content">): Config {
  return readContent(content);
}

/** The mapping of the part, or an empty one if it is not a mapping. */
export function rootOf(part: Pick<Part, "content">): Record<string, unknown> {
  const { documents } = readConfig(part);
  const [root] = documents;
  return documents.length === 1 && isMapping(root) ? root : {};
}

/** PyYAML rejects some texts that js-yaml reads by YAML 1.2, so its rules are applied first. */
function parseConfig(text: string): Config {
  const positionAt = createPositionFinder(text);
  const syntax = findSyntaxProblem(text, "PyYAML");
  if (syntax) return describeUnreadable(text, explainProblem(text, syntax));
  try {
    const events = parseYaml(text);
    // PyYAML silently uses the last of two equal keys, as js-yaml does for JSON.
    const construct = (schema: Schema): unknown[] => constructFromEvents(events, { source: text, schema, json: true });
    const documents = construct(CONFIG_SCHEMA);
    const problem = findAliasProblem(events, documents);
    if (problem) return describeUnreadable(text, problem);
    const lookUp = createNodeFinder(text, () => events);
    const repeatedKeys = findRepeatedKeys(text, events).map(({ key, first, again }) => {
      return { key, firstLine: positionAt(first).line, location: positionAt(again) };
    });
    const locate = (path: NodePath): TextPosition => positionAt(lookUp(path)?.start ?? 0);
    const locateValue = (path: NodePath): TextPosition => positionAt(lookUp(path)?.value ?? 0);
    const locateInside = (path: NodePath, place: LinePosition): TextPosition => {
      const { value, scalar = null } = lookUp(path) ?? { value: 0 };
      return positionAt((scalar && locateInScalar(text, scalar, place)) ?? value);
    };
    const writtenAt = (path: NodePath): string | null => {
      const { scalar = null } = lookUp(path) ?? {};
      return scalar?.style === SCALAR_STYLE.PLAIN ? getScalarValue(text, scalar) : null;
    };
    const readAs = (tags: Schema): unknown => construct(tags)[0];
    const findColon = (): TextPosition | null => {
      const position = findFlowColon(text, events);
      return position === null ? null : positionAt(position);
    };
    const places = { locate, locateValue, locateInside, writtenAt, findFlowColon: findColon };
    return { text, documents, repeatedKeys, ...places, readAs, problem: null };
  } catch (error) {
    return describeUnreadable(text, explainYamlError(text, error, "PyYAML"));
  }
}

function describeUnreadable(text: string, { position, ...words }: YamlProblem): Config {
  const start = { line: 1, column: 1 };
  const nowhere = (): TextPosition => start;
  const places = {
    locate: nowhere,
    locateValue: nowhere,
    locateInside: nowhere,
    writtenAt: () => null,
    findFlowColon: () => null,
  };
  const problem = { ...words, ...createPositionFinder(text)(position) };
  return { text, documents: [], repeatedKeys: [], ...places, readAs: () => null, problem };
}
