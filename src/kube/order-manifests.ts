/** Part[] → Part[] whose Kubernetes objects are in the order in which they must be submitted. */
import { isKubernetes } from "../part/content-types.js";
import { finding } from "../findings/finding.js";
import type { ArrangedParts, Finding, Part } from "../model.js";
import { joinDocuments } from "./join-documents.js";
import { compareObjects, rankPart, type RankedObject, type RankedPart, type Span } from "./rank-part.js";

/**
 * Sorts the Kubernetes parts among themselves; every other part keeps its position. A part is never split: its
 * documents are sorted if no other part must come between them, otherwise a finding says what to split.
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

/** If there is an order without clashes, this is one: by the first object, then by the last one. */
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

/** Moves documents only if that puts everything in order: otherwise the user must split the part. */
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

/** The first object of each part that is submitted before one which must precede it. */
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
  const where = needed.part === part ? "further down" : `in \`${needed.part.path ?? needed.part.filename}\``;
  return finding("manifest-split", { path: part.path, ...location }, { kind, needed: needed.kind, where });
}
