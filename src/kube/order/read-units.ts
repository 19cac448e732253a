/** A part → its units: what can be moved, and delivered, by itself. */
import type { Part } from "../../model.js";
import { kindOfType } from "../../part/content-types.js";
import type { TextPosition } from "../../text/text-position.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { kindOf } from "../infer-kind.js";
import { stepOf } from "../kind-order.js";
import { completeItem, isObjectList, listObjects } from "../list-objects.js";
import type { ManifestDocument } from "../read-manifest.js";
import { readManifestOf } from "../read-objects.js";
import { splitList, type ListFrame } from "./split-list.js";
import { cutText, type TextFrame } from "./text-frame.js";

/** An object, and what the order needs to know of it. */
export interface UnitObject {
  part: Part;
  /** Empty for a document that is not an object. */
  value: Record<string, unknown>;
  apiVersion: string | null;
  kind: string | null;
  location: TextPosition | null;
  step: number;
}

/** A document, or an item of a List. */
export interface Unit {
  /** Its position in its part. */
  index: number;
  /** Its exact text. */
  text: string;
  /** The List that it is an item of. */
  list: ListFrame | null;
  objects: UnitObject[];
}

/** A part, and its units as listed. */
export interface UnitedPart {
  part: Part;
  frame: TextFrame;
  units: Unit[];
}

/** Reads the units; a part that is empty or can't be read is one unit of the kind that its type stands for. */
export function readUnits(part: Part): UnitedPart {
  const text = new TextDecoder().decode(part.content);
  const documents = readManifestOf(part).documents.filter(({ value }) => value !== null);
  const { frame, chunks } = cutText(text, documents);
  // The decoder leaves a byte order mark out.
  if (hasByteOrderMark(part)) frame.head = `\ufeff${frame.head}`;
  const units: Unit[] = [];
  for (const [index, document] of documents.entries()) addDocument(units, part, document, chunks[index]!);
  if (units.length === 0) units.push({ index: 0, text, list: null, objects: [standIn(part)] });
  return { part, frame, units };
}

function addDocument(units: Unit[], part: Part, document: ManifestDocument, text: string): void {
  const split = splitList(document.value, text);
  if (!split) units.push({ index: units.length, text, list: null, objects: readObjects(part, document, []) });
  for (const [index, item] of (split?.items ?? []).entries()) {
    const objects = readObjects(part, document, ["items", index]);
    units.push({ index: units.length, text: item, list: split!.frame, objects });
  }
}

/** The objects at `path`; a value that is not an object is ordered as one, because everything listed is delivered. */
function readObjects(part: Part, { value, locate }: ManifestDocument, path: NodePath): UnitObject[] {
  const listed = listObjects(path.length === 0 ? value : itemOf(value, path), path);
  const objects = listed.length > 0 ? listed : [{ value: {}, path }];
  return objects.map((object) => {
    const apiVersion = typeof object.value["apiVersion"] === "string" ? object.value["apiVersion"] : null;
    const kind = kindOf(object.value);
    const location = locate(object.path);
    return { part, value: object.value, apiVersion, kind, location, step: stepOf(apiVersion, kind) };
  });
}

function itemOf(list: unknown, [, index]: NodePath): unknown {
  if (!isMapping(list) || !isObjectList(list)) return null;
  return completeItem(list.items[index as number], list);
}

function hasByteOrderMark({ content }: Part): boolean {
  return content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf;
}

function standIn(part: Part): UnitObject {
  const kind = kindOfType(part.type);
  return { part, value: {}, apiVersion: null, kind, location: null, step: stepOf(null, kind) };
}
