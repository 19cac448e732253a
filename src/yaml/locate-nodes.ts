/** js-yaml's events of one document → the position of each of its nodes. */
import {
  EVENT_ID,
  SCALAR_STYLE,
  boolYaml11Tag,
  floatYaml11Tag,
  getScalarValue,
  intYaml11Tag,
  type Event,
  type ScalarEvent,
} from "js-yaml";
import type { NodePath } from "./node-path.js";

export type { NodePath };

/** A node and its children. */
export interface LocatedNode {
  /** Offset of its key, of its list item, or of the root. */
  start: number;
  /** Offset of its value: the same as `start` if it has no key. */
  value: number;
  /** Its scalar, or that of its value; null for a collection and an alias. */
  scalar: ScalarEvent | null;
  children: ReadonlyMap<string | number, LocatedNode>;
}

/** The root node, or null for a document without content. */
export function locateNodes(text: string, events: readonly Event[]): LocatedNode | null {
  const walk: Walk = { text, events, index: 0, end: 0 };
  const [first] = events;
  if (first?.type === EVENT_ID.DOCUMENT) walk.index += 1;
  return walk.index < events.length ? readNode(walk, 0) : null;
}

/** The offset of the root node, or 0 for a document without content: without a look at the others. */
export function locateRoot([first, second]: readonly Event[]): number {
  const root = first?.type === EVENT_ID.DOCUMENT ? second : first;
  return (root && startOf(root)) ?? 0;
}

/**
 * Looks nodes up in a text; null if it has none.
 *
 * @param readEvents called when the first node is looked up: few texts have findings
 */
export function createNodeFinder(
  text: string,
  readEvents: () => readonly Event[],
): (path: NodePath) => LocatedNode | null {
  let root: LocatedNode | null | undefined;
  return (path) => {
    if (root === undefined) root = locateNodes(text, readEvents());
    return root && lookUpNode(root, path);
  };
}

/** The node at `path`, or the nearest node around it, without its scalar, if an alias or a merge hides it. */
export function lookUpNode(root: LocatedNode, path: NodePath): LocatedNode {
  let node = root;
  for (const key of path) {
    const child = node.children.get(key) ?? findRespelled(node.children, key);
    if (!child) return { ...node, scalar: null };
    node = child;
  }
  return node;
}

/** A key such as `no` or `0644` without quotes is a boolean or a number, which a path spells otherwise. */
function findRespelled(children: LocatedNode["children"], key: string | number): LocatedNode | undefined {
  const written = [...children.keys()].findLast((name) =>
    SCALAR_TAGS.some((tag) => resolve(tag, String(name)) === key),
  );
  return written === undefined ? undefined : children.get(written);
}

const SCALAR_TAGS = [boolYaml11Tag, intYaml11Tag, floatYaml11Tag];

function resolve(tag: (typeof SCALAR_TAGS)[number], written: string): string {
  const value: unknown = tag.resolve(written, false, tag.tagName);
  return typeof value === "boolean" || typeof value === "number" ? String(value) : "";
}

interface Walk {
  text: string;
  events: readonly Event[];
  index: number;
  /** The offset behind the last node that has text. */
  end: number;
}

/** @param empty the offset of a node without text */
function readNode(walk: Walk, empty: number): LocatedNode {
  const event = walk.events[walk.index++]!;
  const start = startOf(event) ?? empty;
  walk.end = Math.max(walk.end, endOf(event));
  const place = { start, value: start, scalar: event.type === EVENT_ID.SCALAR ? event : null };
  if (event.type === EVENT_ID.SEQUENCE) return { ...place, children: readItems(walk) };
  if (event.type === EVENT_ID.MAPPING) return { ...place, children: readPairs(walk, start) };
  return { ...place, children: new Map() };
}

function readItems(walk: Walk): Map<number, LocatedNode> {
  const items = new Map<number, LocatedNode>();
  while (!atEnd(walk)) {
    const isEmpty = startOf(walk.events[walk.index]!) === null;
    const dash = isEmpty ? findDash(walk.text, walk.end) : walk.end;
    if (isEmpty) walk.end = dash + 1;
    items.set(items.size, readNode(walk, dash));
  }
  walk.index += 1;
  return items;
}

/** The `-` of a list item without text, which no event has: only comments are between it and the node above. */
function findDash(text: string, end: number): number {
  const other = /[^-#]*(?:#.*[^-#]*)*/y;
  other.lastIndex = end;
  other.exec(text);
  return other.lastIndex;
}

function readPairs(walk: Walk, start: number): Map<string, LocatedNode> {
  const pairs = new Map<string, LocatedNode>();
  while (!atEnd(walk)) {
    const event = walk.events[walk.index]!;
    const key = readNode(walk, start);
    const value = readNode(walk, key.start);
    if (event.type === EVENT_ID.SCALAR) {
      pairs.set(getScalarValue(walk.text, event), { ...value, start: key.start });
    }
  }
  walk.index += 1;
  return pairs;
}

function atEnd({ events, index }: Walk): boolean {
  return events[index]?.type === EVENT_ID.POP;
}

/** Null for a node without text. */
function startOf(event: Event): number | null {
  if (event.type === EVENT_ID.SCALAR) return startOfScalar(event);
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : 0;
}

/** The events have the offset of a quoted scalar's text, behind its quote. */
function startOfScalar({ valueStart, style, anchorStart, tagStart }: ScalarEvent): number | null {
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  if (valueStart >= 0) return quoted ? valueStart - 1 : valueStart;
  if (tagStart >= 0) return tagStart;
  return anchorStart >= 0 ? anchorStart - 1 : null;
}

/** The offset behind what is known of the node: for a collection, its properties or its start. */
function endOf(event: Event): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorEnd;
  if (event.type === EVENT_ID.SCALAR) return Math.max(event.valueEnd, event.anchorEnd, event.tagEnd);
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : 0;
}
