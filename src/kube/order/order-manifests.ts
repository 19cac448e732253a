/** Part[] → Part[] whose Kubernetes objects are in the order in which they must be submitted. */
import { isKubernetes } from "../../part/content-types.js";
import type { ArrangedParts, Part } from "../../model.js";
import { describeOrder, type DeliveredPiece } from "./describe-order.js";
import { findNeeds, type Need } from "./find-needs.js";
import { joinUnits } from "./join-units.js";
import { namePieces } from "./name-pieces.js";
import { readUnits, type Unit, type UnitedPart } from "./read-units.js";
import { sortPieces, type Piece, type UnitNeeds } from "./sort-pieces.js";

/**
 * Sorts the Kubernetes parts among themselves, and the documents in them; every other part keeps its position. A part
 * is split only if an object in it must come before one in another part, and that one before another object in it.
 */
export function orderManifests(parts: readonly Part[]): ArrangedParts {
  const sources = parts.filter(({ type }) => isKubernetes(type)).map(readUnits);
  const needs = findNeeds(sources.flatMap(({ units }) => units.flatMap(({ objects }) => objects)));
  const listed = sources.map(({ units }) => units);
  const delivered = deliver(sortPieces(listed, needsOfUnits(sources, needs)), sources, parts);
  return { parts: placeParts(parts, delivered), findings: describeOrder(delivered, needs) };
}

function needsOfUnits(sources: readonly UnitedPart[], needs: readonly Need[]): UnitNeeds {
  const unitOf = new Map(
    sources.flatMap(({ units }) => units.flatMap((unit) => unit.objects.map((object) => [object, unit] as const))),
  );
  const byUnit = new Map<Unit, Map<Unit, { apart: boolean }>>();
  for (const { before, after, apart } of needs) {
    const [first, second] = [unitOf.get(before)!, unitOf.get(after)!];
    if (first === second) continue;
    const known = byUnit.get(second) ?? new Map<Unit, { apart: boolean }>();
    byUnit.set(second, known.set(first, { apart: apart || (known.get(first)?.apart ?? false) }));
  }
  return byUnit;
}

function deliver(pieces: readonly Piece[], sources: readonly UnitedPart[], parts: readonly Part[]): DeliveredPiece[] {
  const sourceOf = new Map(sources.flatMap((source) => source.units.map((unit) => [unit, source] as const)));
  const origins = pieces.map(({ units: [first] }) => sourceOf.get(first!)!);
  const names = namePieces(
    pieces.map(({ isSplit }, index) => ({ part: origins[index]!.part, isSplit })),
    parts,
  );
  return pieces.map(({ units }, index) => {
    const source = origins[index]!;
    return { source, units, part: makePart(source, units, names[index]!) };
  });
}

/** The very part where all its units are in their places. */
function makePart({ part, frame, units: listed }: UnitedPart, units: readonly Unit[], filename: string): Part {
  if (units.length === listed.length && units.every(({ index }, position) => index === position)) return part;
  const tail = units.some((unit) => unit === listed.at(-1)) ? frame.tail : "";
  return { ...part, filename, content: Buffer.from(joinUnits(frame, units) + tail) };
}

/** Other parts stay where they are; each Kubernetes part leaves room for as many as it becomes. */
function placeParts(parts: readonly Part[], delivered: readonly DeliveredPiece[]): Part[] {
  const counts = new Map<Part, number>();
  for (const { source } of delivered) counts.set(source.part, (counts.get(source.part) ?? 0) + 1);
  let next = 0;
  return parts.flatMap((part) => {
    if (!isKubernetes(part.type)) return [part];
    const start = next;
    next += counts.get(part) ?? 0;
    return delivered.slice(start, next).map((piece) => piece.part);
  });
}
