import { TemplateRefusal } from "./template-refusal.js";

/** More work than any real template needs, so that none runs for ever. */
const MOST_WORK = 20_000_000;
const MOST_SIZE = 1_000_000;

let done = 0;

/** Begins to count the work of one template. */
export function startWork(): void {
  done = 0;
}

/**
 * Counts work, in items or characters that are read.
 *
 * @throws {TemplateRefusal} `unsupported` where the template needs too much of it
 */
export function spend(amount: number): void {
  done += amount;
  if (done > MOST_WORK) throw new TemplateRefusal("unsupported", "loops of this length");
}

/**
 * Returns a new text or list if it is not too long.
 *
 * @throws {TemplateRefusal} `unsupported` where it is
 */
export function needSmall<Long extends { readonly length: number }>(value: Long): Long {
  needSize(value.length);
  return value;
}

/** Refuses a text or list that would have this many characters or items. */
export function needSize(size: number): void {
  if (size > MOST_SIZE) throw new TemplateRefusal("unsupported", "values of this size");
  spend(size);
}
