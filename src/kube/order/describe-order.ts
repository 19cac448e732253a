/** Delivered pieces → what the user is told of their order: only what was needed, or can't be had. */
import { finding } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import type { Need } from "./find-needs.js";
import type { Unit, UnitedPart, UnitObject } from "./read-units.js";

/** The units of a piece, the part that they are from, and the part that is delivered. */
export interface DeliveredPiece {
  units: Unit[];
  source: UnitedPart;
  part: Part;
}

/** Where an object is delivered. */
interface Place {
  source: UnitedPart;
  unit: Unit;
  piece: number;
  /** In its piece; the same for the objects of one unit. */
  position: number;
}

/** A need, and where its two objects are. */
interface PlacedNeed {
  need: Need;
  from: Place;
  to: Place;
}

/** At most one finding for each part that is split, whose documents had to be reordered, or that can't be in order. */
export function describeOrder(pieces: readonly DeliveredPiece[], needs: readonly Need[]): Finding[] {
  const places = listPlaces(pieces);
  const placed = needs.map((need) => ({ need, from: places.get(need.before)!, to: places.get(need.after)! }));
  const needsOf = groupBy(placed, ({ to }) => to.source);
  return [...groupBy(pieces, ({ source }) => source)].flatMap(([source, own]) => {
    const waiting = needsOf.get(source) ?? [];
    const early = waiting.find(({ from, to }) => isBefore(to, from));
    const found = early ? [finding("manifest-early", at(early.need.after), nameBoth(early.need))] : [];
    return found.concat(own.length > 1 ? describeSplit(own, waiting, places) : describeMoved(source, waiting));
  });
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** By the first need that an object of a later piece has, and that the first piece could not have met. */
function describeSplit(
  own: readonly DeliveredPiece[],
  waiting: readonly PlacedNeed[],
  places: ReadonlyMap<UnitObject, Place>,
): Finding[] {
  const first = places.get(own[0]!.units[0]!.objects[0]!)!.piece;
  const late = waiting.find(
    ({ need, from, to }) => (need.apart || from.source !== to.source) && from.piece >= first && from.piece < to.piece,
  );
  const names = own.map(({ part }) => part.filename);
  return late ? [finding("manifest-split", at(late.need.after), { ...nameBoth(late.need), names })] : [];
}

function describeMoved(source: UnitedPart, waiting: readonly PlacedNeed[]): Finding[] {
  const moved = waiting.find(({ from, to }) => from.source === source && from.unit.index > to.unit.index);
  return moved ? [finding("documents-ordered", at(moved.need.after), nameBoth(moved.need))] : [];
}

function listPlaces(pieces: readonly DeliveredPiece[]): Map<UnitObject, Place> {
  return new Map(
    pieces.flatMap(({ source, units }, piece) =>
      units.flatMap((unit, position) =>
        unit.objects.map((object) => [object, { source, unit, piece, position }] as const),
      ),
    ),
  );
}

function isBefore(one: Place, other: Place): boolean {
  return one.piece < other.piece || (one.piece === other.piece && one.position < other.position);
}

function at({ part, location }: UnitObject) {
  return { path: part.path, ...location };
}

/** How the two objects of a need are named, and the file of the one that must come first if it is another one. */
function nameBoth({ before, after }: Need) {
  const file = before.part === after.part ? null : (before.part.path ?? before.part.filename);
  return { kind: after.kind ?? "object", needed: before.kind ?? "object", file };
}
