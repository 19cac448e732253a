/** js-yaml's events of a document → the first key that is null, which no JSON object has. */
import { EVENT_ID, SCALAR_STYLE, type Event, type ScalarEvent } from "js-yaml";

/** The offset of the key, or null. sigs.k8s.io/yaml refuses it, while it takes numbers and booleans as text. */
export function findNullKey(text: string, events: readonly Event[]): number | null {
  const open: { isMapping: boolean; size: number }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    const isKey = parent?.isMapping === true && parent.size++ % 2 === 0;
    if (event.type === EVENT_ID.SCALAR) {
      if (isKey && isNull(text, event)) return event.valueStart;
    } else if (event.type !== EVENT_ID.ALIAS) open.push({ isMapping: event.type === EVENT_ID.MAPPING, size: 0 });
  }
  return null;
}

function isNull(text: string, { style, tagStart, valueStart, valueEnd }: ScalarEvent): boolean {
  if (style !== SCALAR_STYLE.PLAIN || tagStart >= 0 || valueEnd - valueStart > 4) return false;
  return /^(?:~|null|Null|NULL)$/.test(text.slice(valueStart, valueEnd));
}
