/** js-yaml's events of a document → the first key that is null, which no JSON object has. */
import { EVENT_ID, SCALAR_STYLE, type Event, type ScalarEvent } from "js-yaml";
import { visitKeys } from "../yaml/visit-keys.js";

/** The offset of the key, or null. sigs.k8s.io/yaml refuses it, while it takes numbers and booleans as text. */
export function findNullKey(text: string, events: readonly Event[]): number | null {
  let found: number | null = null;
  visitKeys(events, (key) => {
    if (key.type === EVENT_ID.SCALAR && isNull(text, key)) found ??= key.valueStart;
  });
  return found;
}

function isNull(text: string, { style, tagStart, valueStart, valueEnd }: ScalarEvent): boolean {
  if (style !== SCALAR_STYLE.PLAIN || tagStart >= 0 || valueEnd - valueStart > 4) return false;
  return /^(?:~|null|Null|NULL)$/.test(text.slice(valueStart, valueEnd));
}
