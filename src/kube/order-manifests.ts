/** Part[] → Part[] whose Kubernetes objects stand in the order in which they must be submitted. */
import { isKubernetes } from "../part/content-types.js";
import { finding } from "../findings/finding.js";
import type { ArrangedParts, Finding, Part } from "../model.js";
import { joinDocuments } from "./join-documents.js";
import { compareObjects, rankPart, type RankedObject, type RankedPart, type Span } from "./rank-part.js";

/**
 * Sorts the Kubernetes parts among themselves; every other part keeps its place. A part is never split:
 * the documents in it are put in order where nothing of another part must come between them, otherwise
 * a finding says what to split.
 */
export function orderManifests(parts: readonly Part[]): ArrangedParts {
  const ranked = parts.filter(({ type }) => isKubernetes(type)).map(rankPart);
  const sorted = ranked.toSorted(compareSpans);
  const arranged = sorted.map((part, index) => arrangeDocuments(part, sorted.slice(index + 1)));
  const delivered = arranged.map(({ part }) => part);
  return {
    parts: parts.map((part) => (isKubernetes(part.type) ? delivered.shift()! : part)),
    findings: [
      ...arranged.flatMap(({ moved }) => (moved ? [moved] : [])),
      ...findClashes(arranged.flatMap(({ objects }) => objects)),
    ],
  };
}

/** If there is an order without clashes, this is one: by what begins first, then by what ends first. */
function compareSpans(a: Span, b: Span): number {
  return (
    a.first.rank.step - b.first.rank.step || a.last.rank.step - b.last.rank.step || compareObjects(a.first, b.first)
  );
}

/** A part as it is delivered, and its objects in their order. */
interface ArrangedPart {
  part: Part;
  objects: RankedObject[];
  moved: Finding | null;
}

/** Moves documents only where that leaves nothing in the wrong order: otherwise the user must split the part. */
function arrangeDocuments(ranked: RankedPart, behind: readonly RankedPart[]): ArrangedPart {
  const { part, text, documents, objects, last } = ranked;
  const asListed = { part, objects, moved: null };
  if (isOrdered(documents) || behind.some(({ first }) => first.rank.step < last.rank.step)) return asListed;
  const sorted = documents.toSorted(compareSpans);
  if (!isOrdered(sorted)) return asListed;
  const content = Buffer.from(
    joinDocuments(
      text,
      sorted.map(({ document }) => document),
    ),
  );
  const moved = finding("documents-ordered", { path: part.path });
  return { part: { ...part, content }, objects: sorted.flatMap((document) => document.objects), moved };
}

function isOrdered(spans: readonly Span[]): boolean {
  return spans.every(({ first }, index) => index === 0 || spans[index - 1]!.last.rank.step <= first.rank.step);
}

/** The first object of each part that comes before one which should have been there first. */
function findClashes(objects: readonly RankedObject[]): Finding[] {
  const clashes = new Map<Part, Finding>();
  let earliest: RankedObject | null = null;
  for (const object of objects.toReversed()) {
    if (earliest && object.rank.step > earliest.rank.step) clashes.set(object.part, describeClash(object, earliest));
    if (!earliest || object.rank.step <= earliest.rank.step) earliest = object;
  }
  return [...clashes.values()].toReversed();
}

function describeClash({ part, kind, location }: RankedObject, needed: RankedObject): Finding {
  const where = needed.part === part ? "further down" : `in ${needed.part.path ?? needed.part.filename}`;
  return finding("manifest-split", { path: part.path, ...location }, { kind, needed: needed.kind, where });
}
