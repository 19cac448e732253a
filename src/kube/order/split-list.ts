/** A document that is a `kind: List` → the text of each item, and the text around them. */
import { isDeepStrictEqual } from "node:util";
import { isMapping } from "../../yaml/is-mapping.js";
import { isObjectList } from "../list-objects.js";
import { readManifest } from "../read-manifest.js";
import { separateDocument } from "../split-documents.js";

/** A List without its items: with some of them it is a List again. */
export interface ListFrame {
  head: string;
  tail: string;
  /** What JSON needs between two items; empty for items that are lines of YAML. */
  separator: string;
}

/** A List in pieces. */
export interface SplitList {
  frame: ListFrame;
  items: string[];
}

/**
 * Splits a List whose items are lines of YAML that begin with `- `, or JSON objects.
 *
 * @returns null for what is no List, and for one that can't be split so that each item keeps its meaning: one with
 *   an alias of another item's value, for example
 */
export function splitList(value: unknown, text: string): SplitList | null {
  if (!isMapping(value) || !isObjectList(value) || value.items.length === 0) return null;
  const split = splitJsonList(text) ?? splitYamlList(text);
  if (split?.items.length !== value.items.length) return null;
  const isSame = split.items.every((item, index) =>
    holds(split.frame, item, { ...value, items: [value.items[index]] }),
  );
  return isSame ? split : null;
}

function holds({ head, tail }: ListFrame, item: string, expected: unknown): boolean {
  const text = separateDocument(head + item.replace(/\n?$/, "\n") + tail, true);
  const [only, ...others] = readManifest(text).documents.filter(({ value }) => value !== null);
  return others.length === 0 && isDeepStrictEqual(only?.value, expected);
}

/** The objects in the list that is the value of the root's key `items`. */
function splitJsonList(text: string): SplitList | null {
  if (!/^\s*\{/.test(text)) return null;
  const ranges: { start: number; end: number }[] = [];
  let [depth, start, inItems] = [0, 0, false];
  for (const { 0: token, index } of text.matchAll(/"items"\s*:\s*\[|"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token.length > 1 && token.endsWith("[")) {
      inItems ||= depth === 1;
      depth += 1;
    } else if (token === "{" || token === "[") {
      if (inItems && depth === 2) start = index;
      depth += 1;
    } else if (token === "}" || token === "]") {
      depth -= 1;
      if (inItems && depth === 2) ranges.push({ start, end: index + 1 });
      if (depth === 1) inItems = false;
    }
  }
  const [first, second] = ranges;
  if (!first) return null;
  return {
    frame: {
      head: text.slice(0, first.start),
      tail: text.slice(ranges.at(-1)!.end),
      separator: second ? text.slice(first.end, second.start) : ",",
    },
    items: ranges.map((range) => text.slice(range.start, range.end)),
  };
}

/** The lines below the root's key `items`, up to the next key of the root. */
function splitYamlList(text: string): SplitList | null {
  const lines = text.split(/(?<=\n)/);
  const key = lines.findIndex((line) => /^(["']?)items\1[ \t]*:[ \t]*(?:#.*)?\r?$/m.test(line));
  const first = lines.findIndex((line, index) => index > key && /^ *-(?:\s|$)/.test(line));
  if (key === -1 || first === -1) return null;
  const dash = `${/^ */.exec(lines[first]!)![0]}-`;
  const next = lines.findIndex((line, index) => index > first && /^[^\s#-]/.test(line));
  const end = next === -1 ? lines.length : next;
  const dashes = lines.flatMap((line, index) => (index > key && index < end && isItem(line, dash) ? [index] : []));
  const starts = dashes.map((index) => moveUp(lines, index, dash.length));
  return {
    frame: { head: lines.slice(0, starts[0]).join(""), tail: lines.slice(end).join(""), separator: "" },
    items: starts.map((start, index) => lines.slice(start, starts[index + 1] ?? end).join("")),
  };
}

function isItem(line: string, dash: string): boolean {
  return line.startsWith(dash) && /^(?:\s|$)/.test(line.slice(dash.length));
}

/** To the first of the comments above the item, which are indented less than the text of the item before it. */
function moveUp(lines: readonly string[], index: number, column: number): number {
  let [start, at] = [index, index - 1];
  for (; at >= 0 && /^\s*(?:#|$)/.test(lines[at]!); at -= 1) {
    const indent = lines[at]!.search(/#/);
    if (indent >= column) break;
    if (indent !== -1) start = at;
  }
  return start;
}
