import { EVENT_ID, type Event } from "js-yaml";

/**
 * The offset of the first mapping or list that is a key, or null. YAML allows it, but neither PyYAML nor go-yaml do,
 * and usually it is an unfilled `{{ name }}` of a template.
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
