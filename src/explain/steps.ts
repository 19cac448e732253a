/** Steps before they have their numbers. */
import type { Part } from "../model.js";
import { locationOf } from "../findings/finding.js";
import type { LinePosition } from "../text/text-position.js";
import type { Origin, Step } from "./explanation.js";

/** A step, and what it waits for. */
export type Draft = Omit<Step, "number" | "waitsFor" | "findings"> & {
  parts: readonly Part[];
  /** What findings about the step point at; by default what it comes from. */
  places: readonly Origin[];
  waitsFor: readonly Draft[];
};

/** What a step needs at least; it happens once for each instance. */
export type DraftOf = Pick<Draft, "stage" | "kind" | "name" | "text" | "parts"> & Partial<Draft>;

/** Fills in what is left out. */
export function draft(given: DraftOf): Draft {
  const { from = given.parts.map((part) => originOf(part)) } = given;
  return { details: [], frequency: "instance", waitsFor: [], conflicts: [], from, places: from, ...given };
}

/** Where a part, or a place in it, comes from. */
export function originOf(part: Part, at: LinePosition | null = null): Origin {
  const { path, part: number, line } = locationOf(part, at);
  return { path, part: number, filename: part.filename, line: at === null ? null : line };
}
