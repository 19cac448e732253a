import { EVENT_ID, type Event } from "js-yaml";

/**
 * Calls `visit` for the keys of all mappings in js-yaml's events of a text, in the order of the text.
 *
 * @param visit `key` is a scalar, an alias, or where another mapping or a list begins; `mapping` is the same object for
 *   all keys of one mapping
 */
export function visitKeys(events: readonly Event[], visit: (key: Event, mapping: object) => void): void {
  const open: { isMapping: boolean; size: number }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    if (parent?.isMapping && parent.size++ % 2 === 0) visit(event, parent);
    if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) continue;
    open.push({ isMapping: event.type === EVENT_ID.MAPPING, size: 0 });
  }
}
