/** The parts of two blobs → the change of each. */
import type { HeaderChange, PartChange, ReadPart } from "../model.js";

/** In the order of `before`, followed by the parts that appeared in `after`. */
export function compareParts(before: readonly ReadPart[], after: readonly ReadPart[]): PartChange[] {
  const partners = matchParts(before, after);
  const moved = findMoved(before.flatMap((part) => partners.get(part) ?? []));
  const known = new Set(partners.values());
  return [
    ...before.map((part) => comparePair(part, partners.get(part) ?? null, moved)),
    ...after.filter((part) => !known.has(part)).map(appear),
  ];
}

/** What identifies a part in the other blob, the most reliable first. */
const KEYS: readonly ((part: ReadPart) => string)[] = [
  ({ filename, type }) => `${type}\n${filename}`,
  ({ filename }) => filename,
  ({ type, content }) => `${type}\n${Buffer.from(content).toString("latin1")}`,
  ({ type }) => type,
];

/** If several parts have the same key, the first is matched with the first. */
function matchParts(before: readonly ReadPart[], after: readonly ReadPart[]): Map<ReadPart, ReadPart> {
  const partners = new Map<ReadPart, ReadPart>();
  const taken = new Set<ReadPart>();
  for (const keyOf of KEYS) {
    const waiting = groupParts(
      after.filter((part) => !taken.has(part)),
      keyOf,
    );
    for (const part of before.filter((each) => !partners.has(each))) {
      const partner = waiting.get(keyOf(part))?.next().value;
      if (!partner) continue;
      partners.set(part, partner);
      taken.add(partner);
    }
  }
  return partners;
}

/** The parts of each key, to be taken in order. */
function groupParts(parts: readonly ReadPart[], keyOf: (part: ReadPart) => string): Map<string, Iterator<ReadPart>> {
  const groups = new Map<string, ReadPart[]>();
  for (const part of parts) {
    const group = groups.get(keyOf(part));
    if (group) group.push(part);
    else groups.set(keyOf(part), [part]);
  }
  return new Map([...groups].map(([key, group]) => [key, group.values()]));
}

/** The parts whose position among the others differs from the order of their numbers. */
function findMoved(parts: readonly ReadPart[]): Set<ReadPart> {
  const sorted = parts.toSorted((a, b) => a.number - b.number);
  return new Set(parts.filter((part, index) => part !== sorted[index]));
}

function comparePair(before: ReadPart, after: ReadPart | null, moved: ReadonlySet<ReadPart>): PartChange {
  if (!after) return { state: "vanished", before, after };
  const headers = compareHeaders(before, after);
  const isSame =
    before.type === after.type &&
    before.filename === after.filename &&
    Buffer.compare(before.content, after.content) === 0 &&
    headers.length === 0;
  return { state: isSame ? (moved.has(after) ? "moved" : "same") : "changed", before, after, headers };
}

function appear(after: ReadPart): PartChange {
  return { state: "appeared", before: null, after };
}

/** The header fields that differ, in order; ignores the case of their names. */
function compareHeaders(before: ReadPart, after: ReadPart): HeaderChange[] {
  const fields = new Map<string, HeaderChange>();
  for (const side of ["before", "after"] as const) {
    for (const [name, value] of Object.entries((side === "before" ? before : after).headers)) {
      const field = fields.get(name.toLowerCase()) ?? { name, before: null, after: null };
      fields.set(name.toLowerCase(), { ...field, [side]: value });
    }
  }
  return [...fields.values()].filter((field) => field.before !== field.after);
}
