/** An upgraded value → YAML, with the comments of the old document. */
import { dump } from "js-yaml";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { readManifest } from "../read-manifest.js";
import { getAt } from "../get-at.js";
import type { Origin } from "./draft.js";
import type { Comment } from "./read-comments.js";

/** The text, and the comments that could not be placed. */
export interface WrittenYaml {
  text: string;
  lost: Comment[];
}

/** js-yaml writes no comments, so they are inserted at the new lines of their nodes. */
export function writeYaml(value: unknown, origins: readonly Origin[], comments: readonly Comment[]): WrittenYaml {
  const text = dump(value, { lineWidth: -1, noRefs: true, quoteStyle: "double" });
  if (comments.length === 0) return { text, lost: [] };
  const { locate } = readManifest(text).documents[0]!;
  const lines = text.trimEnd().split("\n");
  const above = new Map<number, string[]>();
  const behind = new Map<number, string>();
  const lost: Comment[] = [];
  for (const comment of comments) {
    const line = findLine(comment, lines.length, (path) => {
      const to = findNewPath(value, origins, path);
      return to && locate(to).line - 1;
    });
    if (line === null) lost.push(comment);
    else if (comment.position === "behind" && !behind.has(line)) behind.set(line, ` ${comment.text}`);
    else above.set(line, [...(above.get(line) ?? []), comment.text]);
  }
  const written = [...lines, ""].flatMap((line, index) => {
    const indented = (above.get(index) ?? []).map((comment) => /^ */.exec(line)![0] + comment);
    return indented.concat(line + (behind.get(index) ?? ""));
  });
  return { text: `${written.join("\n").trimEnd()}\n`, lost };
}

/** The line, counted from 0, that the comment goes above or behind. */
function findLine(
  { position, path }: Comment,
  count: number,
  findNodeLine: (path: NodePath) => number | null,
): number | null {
  if (position === "top") return 0;
  return position === "end" ? count : findNodeLine(path);
}

/** The new path of the old node at `path`, or of what remains of its content; null if nothing does. */
function findNewPath(value: unknown, origins: readonly Origin[], path: NodePath): NodePath | null {
  const exact = origins.find(({ from }) => from.length === path.length && isBelow(from, path));
  if (exact) return exact.to;
  const around = origins
    .filter(({ from }) => isBelow(path, from))
    .map(({ to, from }) => to.concat(path.slice(from.length)))
    .find((to) => getAt(value, to) !== undefined);
  return around ?? origins.find(({ from }) => isBelow(from, path))?.to ?? null;
}

/** Whether a path begins with the other one. */
function isBelow(path: NodePath, other: NodePath): boolean {
  return other.every((key, index) => key === path[index]);
}
