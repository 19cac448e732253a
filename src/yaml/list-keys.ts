import { EVENT_ID, type Event } from "js-yaml";

/** A key of a mapping: a scalar, an alias, or where another mapping or a list begins. */
export interface MappingKey {
  event: Event;
  /** The same object for all keys of one mapping. */
  mapping: object;
}

/** The keys of all mappings in js-yaml's events of a text, in the order of the text. */
export function* listKeys(events: readonly Event[]): Generator<MappingKey, void> {
  const open: { isMapping: boolean; size: number }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    if (parent?.isMapping && parent.size++ % 2 === 0) yield { event, mapping: parent };
    if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) continue;
    open.push({ isMapping: event.type === EVENT_ID.MAPPING, size: 0 });
  }
}
