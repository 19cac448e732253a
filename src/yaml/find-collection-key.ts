import { EVENT_ID, type Event } from "js-yaml";
import { visitKeys } from "./visit-keys.js";

/**
 * The offset of the first mapping or list that is a key, or null. YAML allows it, but neither PyYAML nor go-yaml do,
 * and usually it is an unfilled `{{ name }}` of a template.
 */
export function findCollectionKey(events: readonly Event[]): number | null {
  let found: number | null = null;
  visitKeys(events, (key) => {
    if (key.type === EVENT_ID.MAPPING || key.type === EVENT_ID.SEQUENCE) found ??= key.start;
  });
  return found;
}
