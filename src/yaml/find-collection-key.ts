import { EVENT_ID, type Event } from "js-yaml";
import { listKeys } from "./list-keys.js";

/**
 * The offset of the first mapping or list that is a key, or null. YAML allows it, but neither PyYAML nor go-yaml do,
 * and usually it is an unfilled `{{ name }}` of a template.
 */
export function findCollectionKey(events: readonly Event[]): number | null {
  for (const { event } of listKeys(events)) {
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start;
  }
  return null;
}
