/** A part → the objects in it, with the rank of each. */
import type { Part } from "../model.js";
import { kindOfType } from "../part/content-types.js";
import { kindOf } from "./infer-kind.js";
import { rankOf, type Rank } from "./kind-order.js";
import { listObjects } from "./list-objects.js";
import type { ManifestDocument } from "./read-manifest.js";
import { readManifestOf } from "./read-objects.js";
import type { TextPosition } from "../text/text-position.js";

/** An object and its location in its part. */
export interface RankedObject {
  part: Part;
  kind: string;
  rank: Rank;
  location: TextPosition | null;
}

/** Objects that are moved as a whole. */
export interface Span {
  objects: RankedObject[];
  /** The object that is submitted first if the order is right. */
  first: RankedObject;
  last: RankedObject;
}

/** A document that is not empty. */
export type RankedDocument = Span & { document: ManifestDocument };

/** A part and its objects. */
export interface RankedPart extends Span {
  part: Part;
  text: string;
  /** The documents that are not empty, as listed. */
  documents: RankedDocument[];
}

/** Ranks the objects of the part; an unreadable part is ranked by its type, and a check reports it. */
export function rankPart(part: Part): RankedPart {
  const text = new TextDecoder().decode(part.content);
  const { documents } = readManifestOf(part);
  const holding = documents.filter(({ value }) => value !== null).map((document) => rankDocument(part, document));
  const objects = holding.flatMap((document) => document.objects);
  const ends = findEnds(objects.length > 0 ? objects : [rankByType(part)]);
  return { part, text, documents: holding, ...ends };
}

/** A document that is not an object is ranked as one, because everything listed is delivered. */
function rankDocument(part: Part, document: ManifestDocument): RankedDocument {
  const listed = listObjects(document.value);
  const objects = (listed.length > 0 ? listed : [{ value: {}, path: [] }]).map((object) => {
    const kind = kindOf(object.value);
    const { apiVersion } = object.value as { apiVersion?: unknown };
    const rank = rankOf(typeof apiVersion === "string" ? apiVersion : null, kind);
    return { part, kind: kind ?? "object", rank, location: document.locate(object.path) };
  });
  return { document, ...findEnds(objects) };
}

function rankByType(part: Part): RankedObject {
  const kind = kindOfType(part.type);
  return { part, kind: kind ?? "object", rank: rankOf(null, kind), location: null };
}

function findEnds(objects: RankedObject[]): Span {
  const sorted = objects.toSorted(compareObjects);
  return { objects, first: sorted[0]!, last: sorted.at(-1)! };
}

/** Compares only the ranks. */
export function compareObjects(a: RankedObject, b: RankedObject): number {
  return a.rank.step - b.rank.step || a.rank.index - b.rank.index;
}
