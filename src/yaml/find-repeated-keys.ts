/** js-yaml's events of a text → the keys that occur more than once in a mapping. */
import { EVENT_ID, getScalarValue, type Event } from "js-yaml";

/** A key, and the offsets of its first and its repeated occurrence in the text. */
export interface RepeatedKey {
  key: string;
  first: number;
  again: number;
}

/** In the order of the text. Merge keys (`<<`) may be repeated. */
export function findRepeatedKeys(text: string, events: readonly Event[]): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const open: Collection[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    const isKey = parent?.keys !== undefined && parent.size++ % 2 === 0;
    if (isKey && event.type === EVENT_ID.SCALAR) noteKey(getScalarValue(text, event), event.valueStart, parent, found);
    if (event.type === EVENT_ID.MAPPING) open.push({ keys: new Map(), size: 0 });
    else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.DOCUMENT) open.push({ size: 0 });
  }
  return found;
}

interface Collection {
  /** Key → offset; only for mappings. */
  keys?: Map<string, number>;
  /** How many of its nodes have been read. */
  size: number;
}

function noteKey(key: string, offset: number, { keys }: Collection, found: RepeatedKey[]): void {
  const first = keys?.get(key);
  if (first !== undefined && key !== "<<") found.push({ key, first, again: offset });
  else keys?.set(key, offset);
}
