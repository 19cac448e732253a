/** js-yaml's events of one document → the position of each of its nodes. */
import { EVENT_ID, SCALAR_STYLE, getScalarValue, type Event, type ScalarEvent } from "js-yaml";

/** The keys and list indexes that lead to a node; empty for the root. */
export type NodePath = readonly (string | number)[];

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
  const walk: Walk = { text, events, index: 0 };
  const [first] = events;
  if (first?.type === EVENT_ID.DOCUMENT) walk.index += 1;
  return walk.index < events.length ? readNode(walk) : null;
}

/** The offset of the node at `path`, or of the nearest node around it if an alias or a merge hides it. */
export function findNode(root: LocatedNode, path: NodePath): number {
  return lookUpNode(root, path).start;
}

/** The node at `path`, or the nearest node around it, without its scalar, if an alias or a merge hides it. */
export function lookUpNode(root: LocatedNode, path: NodePath): LocatedNode {
  let node = root;
  for (const key of path) {
    const child = node.children.get(key);
    if (!child) return { ...node, scalar: null };
    node = child;
  }
  return node;
}

interface Walk {
  text: string;
  events: readonly Event[];
  index: number;
}

function readNode(walk: Walk): LocatedNode {
  const event = walk.events[walk.index++]!;
  const start = startOf(event);
  const place = { start, value: start, scalar: event.type === EVENT_ID.SCALAR ? event : null };
  if (event.type === EVENT_ID.SEQUENCE) return { ...place, children: readItems(walk) };
  if (event.type === EVENT_ID.MAPPING) return { ...place, children: readPairs(walk) };
  return { ...place, children: new Map() };
}

function readItems(walk: Walk): Map<number, LocatedNode> {
  const items = new Map<number, LocatedNode>();
  while (!atEnd(walk)) items.set(items.size, readNode(walk));
  walk.index += 1;
  return items;
}

function readPairs(walk: Walk): Map<string, LocatedNode> {
  const pairs = new Map<string, LocatedNode>();
  while (!atEnd(walk)) {
    const event = walk.events[walk.index]!;
    const key = readNode(walk);
    const value = readNode(walk);
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

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return startOfScalar(event);
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : 0;
}

/** The events have the offset of a quoted scalar's text, behind its quote. */
function startOfScalar({ valueStart, style }: ScalarEvent): number {
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  return Math.max(0, quoted ? valueStart - 1 : valueStart);
}
