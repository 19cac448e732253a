/** js-yaml's events of a text → the keys that occur more than once in a mapping. */
import { EVENT_ID, getScalarValue, type Event } from "js-yaml";
import { visitKeys } from "./visit-keys.js";

/** A key, and the offsets of its first and its repeated occurrence in the text. */
export interface RepeatedKey {
  key: string;
  first: number;
  again: number;
}

/** In the order of the text. Merge keys (`<<`) may be repeated; a key without text has no place. */
export function findRepeatedKeys(text: string, events: readonly Event[]): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const offsets = new Map<object, Map<string, number>>();
  visitKeys(events, (event, mapping) => {
    if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) return;
    const key = getScalarValue(text, event);
    const seen = offsets.get(mapping) ?? new Map<string, number>();
    offsets.set(mapping, seen);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, event.valueStart);
    else if (key !== "<<") found.push({ key, first, again: event.valueStart });
  });
  return found;
}
