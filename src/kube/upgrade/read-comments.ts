/** The text of a document → its comments, and the node that each belongs to. */
import { EVENT_ID, type Event } from "js-yaml";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { locateNodes, type LocatedNode } from "../../yaml/locate-nodes.js";
import { parseYaml } from "../../yaml/parse-yaml.js";

/** One comment. */
export interface Comment {
  /** From # to the end of the line. */
  text: string;
  /** Offset of the #. */
  start: number;
  /** Above its node, or behind it on its line; above the first node, or below the last. */
  position: "top" | "above" | "behind" | "end";
  /** The node that it belongs to. */
  path: NodePath;
}

/** All comments, in order, of a text that is one document as `readManifest` found it. */
export function readComments(text: string): Comment[] {
  const events = parseYaml(text);
  const root = locateNodes(text, events);
  const nodes = root ? flatten(root, []) : [];
  return findComments(text, events).map((span) => attach(text, span, nodes));
}

interface PathStart {
  path: NodePath;
  start: number;
}

/** The nodes in the order of the text. */
function flatten({ start, children }: LocatedNode, path: NodePath): PathStart[] {
  return [{ path, start }, ...[...children].flatMap(([key, child]) => flatten(child, [...path, key]))];
}

function attach(text: string, { start, end }: Span, nodes: readonly PathStart[]): Comment {
  const comment = { text: text.slice(start, end).trimEnd(), start };
  const line = text.slice(text.lastIndexOf("\n", start) + 1, start);
  const last = nodes.findLast((node) => node.start < start);
  const next = nodes.find((node) => node.start > start);
  if (!last) return { ...comment, position: "top", path: [] };
  if (line.trim() !== "") return { ...comment, position: "behind", path: last.path };
  return next ? { ...comment, position: "above", path: next.path } : { ...comment, position: "end", path: [] };
}

interface Span {
  start: number;
  end: number;
}

/** Outside of scalars a # that follows a blank, or begins the text, begins a comment (YAML 1.2 section 6.6). */
function findComments(text: string, events: readonly Event[]): Span[] {
  const scalars = events.filter((event) => event.type === EVENT_ID.SCALAR);
  const spans: Span[] = [];
  let offset = 0;
  for (const { valueStart, valueEnd } of [...scalars, { valueStart: text.length, valueEnd: text.length }]) {
    if (valueStart < offset) continue;
    const gap = text.slice(0, valueStart);
    const pattern = /(?<=^|[ \t])#.*/gm;
    pattern.lastIndex = offset;
    for (let match = pattern.exec(gap); match; match = pattern.exec(gap)) {
      spans.push({ start: match.index, end: match.index + match[0].length });
    }
    offset = valueEnd;
  }
  return spans;
}
