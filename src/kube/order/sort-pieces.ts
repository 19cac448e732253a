/** Units with needs → pieces in an order that meets all needs, with as few parts split as it finds. */
import type { Unit } from "./read-units.js";

/** Units of one part that are delivered together. */
export interface Piece {
  units: Unit[];
  /** Whether other units of its part are in other pieces. */
  isSplit: boolean;
}

/** The units that must come before a unit, and whether in another piece. */
export type UnitNeeds = ReadonlyMap<Unit, ReadonlyMap<Unit, { apart: boolean }>>;

/**
 * Orders the parts by their steps (kind-order.ts) where they have a choice, and leaves them as listed where the steps
 * are equal. Splits a part only if no order of whole parts meets the needs.
 *
 * @param parts the units of each part
 * @returns the pieces in their order, their units in order; if needs can't be met, everything all the same
 */
export function sortPieces(parts: readonly (readonly Unit[])[], needs: UnitNeeds): Piece[] {
  const pieces = parts.flatMap((units) => cutApart(units, needs));
  // Ordered again, whatever had to be split has the place that it would have had as a file: extracting and bundling
  // the pieces gives the same order.
  const sorted = schedule(schedule(pieces, needs), needs);
  return sorted.map(({ units, isSplit }) => ({ units: sortUnits(units, needs), isSplit }));
}

/** Cuts a part until no piece holds two units that must be apart. */
function cutApart(units: readonly Unit[], needs: UnitNeeds): Piece[] {
  const pieces: Piece[] = [];
  let rest = [...units];
  while (rest.length > 0) {
    const left = new Set(rest);
    const awaited = rest.flatMap((unit) =>
      [...(needs.get(unit) ?? [])].flatMap(([other, { apart }]) => (apart ? other : [])),
    );
    const open = findOpen(rest, (unit) => !left.has(unit), needs);
    const cut = awaited.length === 0 ? rest : takeAwaited(open, awaited, needs);
    if (cut.length === 0) break;
    pieces.push({ units: cut, isSplit: true });
    rest = rest.filter((unit) => !cut.includes(unit));
  }
  if (rest.length > 0) pieces.push({ units: rest, isSplit: true });
  return pieces.length === 1 ? [{ units: [...units], isSplit: false }] : pieces;
}

/** The units that could be submitted together at once, if those that are `done` are submitted. */
function findOpen(units: readonly Unit[], done: (unit: Unit) => boolean, needs: UnitNeeds): Unit[] {
  let open = new Set(units);
  for (let size = -1; size !== open.size;) {
    size = open.size;
    const isMet = ([unit, { apart }]: [Unit, { apart: boolean }]): boolean => done(unit) || (!apart && open.has(unit));
    open = new Set([...open].filter((unit) => [...(needs.get(unit) ?? [])].every(isMet)));
  }
  return [...open];
}

/** Of the open units those that others wait for, what these need, and those of the same steps. */
function takeAwaited(open: readonly Unit[], awaited: Iterable<Unit>, needs: UnitNeeds): Unit[] {
  const isOpen = new Set(open);
  const taken = new Set<Unit>();
  const take = (unit: Unit): void => {
    if (!isOpen.has(unit) || taken.has(unit)) return;
    taken.add(unit);
    for (const needed of needs.get(unit)?.keys() ?? []) take(needed);
  };
  for (const unit of awaited) take(unit);
  const last = Math.max(-1, ...[...taken].map(firstStep));
  open.filter((unit) => firstStep(unit) <= last).forEach(take);
  return open.filter((unit) => taken.has(unit));
}

/** Whole pieces as long as one is open; then part of one. */
function schedule(pieces: readonly Piece[], needs: UnitNeeds): Piece[] {
  const sorted: Piece[] = [];
  const done = new Set<Unit>();
  let left = pieces.toSorted(compare);
  while (left.length > 0) {
    const index = left.findIndex((piece) => isOpenWhole(piece, done, needs));
    const split = index === -1 ? splitOne(left, done, needs) : null;
    const next = split?.cut ?? left[Math.max(index, 0)]!;
    sorted.push(next);
    for (const unit of next.units) done.add(unit);
    left = left.filter((piece) => piece !== (split?.piece ?? next));
    if (split) left = [...left, split.rest].toSorted(compare);
  }
  return sorted;
}

/** By the first steps, then by the last ones. */
function compare(a: Piece, b: Piece): number {
  const [stepsA, stepsB] = [a, b].map(({ units }) => units.flatMap(stepsOf)) as [number[], number[]];
  return Math.min(...stepsA) - Math.min(...stepsB) || Math.max(...stepsA) - Math.max(...stepsB);
}

function stepsOf({ objects }: Unit): number[] {
  return objects.map(({ step }) => step);
}

function firstStep(unit: Unit): number {
  return Math.min(...stepsOf(unit));
}

function isOpenWhole({ units }: Piece, done: ReadonlySet<Unit>, needs: UnitNeeds): boolean {
  return findOpen(units, (unit) => done.has(unit), needs).length === units.length;
}

/** The piece that is split, and the two that it becomes. */
interface Split {
  piece: Piece;
  cut: Piece;
  rest: Piece;
}

/** Prefers a part that is split already, then the one that makes the most other pieces whole. */
function splitOne(pieces: readonly Piece[], done: ReadonlySet<Unit>, needs: UnitNeeds): Split | null {
  const splits = pieces.flatMap((piece): (Split & { score: number })[] => {
    const own = new Set(piece.units);
    const open = findOpen(piece.units, (unit) => done.has(unit), needs);
    const waiting = pieces.filter((other) => other !== piece && open.some((unit) => isNeededBy(unit, other, needs)));
    const awaited = open.filter((unit) => waiting.some((other) => isNeededBy(unit, other, needs)));
    const units = takeAwaited(open, awaited, needs);
    if (units.length === 0) return [];
    for (const unit of units) own.delete(unit);
    const then = new Set([...done, ...units]);
    const opened = waiting.filter((other) => isOpenWhole(other, then, needs)).length;
    const [cut, rest] = [
      { units, isSplit: true },
      { units: [...own], isSplit: true },
    ];
    return [{ piece, cut, rest, score: opened + (piece.isSplit ? pieces.length : 0) }];
  });
  return splits.toSorted((a, b) => b.score - a.score || compare(a.cut, b.cut))[0] ?? null;
}

function isNeededBy(unit: Unit, { units }: Piece, needs: UnitNeeds): boolean {
  return units.some((other) => needs.get(other)?.has(unit));
}

/** By their steps, after what they need, otherwise as listed. */
function sortUnits(units: readonly Unit[], needs: UnitNeeds): Unit[] {
  const left = new Set(units.toSorted((a, b) => firstStep(a) - firstStep(b) || a.index - b.index));
  const isReady = (unit: Unit): boolean => ![...(needs.get(unit)?.keys() ?? [])].some((needed) => left.has(needed));
  const sorted: Unit[] = [];
  while (left.size > 0) {
    const next = findFirst(left, isReady) ?? left.values().next().value!;
    left.delete(next);
    sorted.push(next);
  }
  return sorted;
}

/** Without a copy of the set, which may be large. */
function findFirst<Item>(items: Iterable<Item>, test: (item: Item) => boolean): Item | undefined {
  for (const item of items) if (test(item)) return item;
  return undefined;
}
