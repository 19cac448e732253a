/** js-yaml's events of a text → where PyYAML before 5.1 stops, although later ones go on. */
import { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE, getScalarValue, type Event } from "js-yaml";

/**
 * The offset of the first unquoted text inside brackets or braces that has a colon in it, as in `[curl, http://example.com]`, or
 * null. PyYAML before 5.1 refuses it (its scanner.py, scan_plain; yaml/pyyaml 45).
 */
export function findFlowColon(text: string, events: readonly Event[]): number | null {
  const open: boolean[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      open.push(event.style === COLLECTION_STYLE.FLOW);
    } else if (event.type === EVENT_ID.DOCUMENT) open.push(false);
    else if (event.type === EVENT_ID.SCALAR && open.at(-1) === true && event.style === SCALAR_STYLE.PLAIN) {
      if (getScalarValue(text, event).includes(":")) return event.valueStart;
    }
  }
  return null;
}
