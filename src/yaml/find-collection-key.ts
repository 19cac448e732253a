import { EVENT_ID, type Event } from "js-yaml";

/**
 * Where the first mapping or list stands that is a key: an offset into the text, or null. YAML allows it, but
 * neither PyYAML nor go-yaml do, and mostly it is a template's `{{ name }}` that nobody has filled in.
 */
export function findCollectionKey(events: readonly Event[]): number | null {
  const open: { isMapping: boolean; size: number }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    const isKey = parent?.isMapping === true && parent.size++ % 2 === 0;
    const isMapping = event.type === EVENT_ID.MAPPING;
    if (isMapping || event.type === EVENT_ID.SEQUENCE) {
      if (isKey) return event.start;
      open.push({ isMapping, size: 0 });
    } else if (event.type === EVENT_ID.DOCUMENT) open.push({ isMapping, size: 0 });
  }
  return null;
}
