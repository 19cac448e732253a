/** js-yaml's events of a text → what PyYAML rejects in it although YAML 1.2 allows it. */
import { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE, type Event } from "js-yaml";

/** What is rejected, and its offset. */
export interface PythonProblem {
  reason: string;
  position: number;
}

/** The first problem, or null. */
export function findPythonProblem(text: string, events: readonly Event[]): PythonProblem | null {
  return (
    findUnprintable(text) ?? findTab(text, events) ?? findQuestionMark(text, events) ?? findRepeatedAnchor(text, events)
  );
}

/** PyYAML rejects these characters everywhere, even in comments (reader.py, NON_PRINTABLE). */
function findUnprintable(text: string): PythonProblem | null {
  const position = text.search(/[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  return position === -1 ? null : { reason: "a character that PyYAML takes nowhere", position };
}

/** PyYAML accepts tabs only in comments, in quotes and in block scalars (scanner.py, scan_to_next_token). */
function findTab(text: string, events: readonly Event[]): PythonProblem | null {
  if (!text.includes("\t")) return null;
  let offset = 0;
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.valueStart < offset) continue;
    const end = event.style === SCALAR_STYLE.PLAIN ? event.valueEnd : event.valueStart;
    const position = findTabBetween(text, offset, end);
    if (position !== null) return { reason: TAB, position };
    offset = event.valueEnd;
  }
  const position = findTabBetween(text, offset, text.length);
  return position === null ? null : { reason: TAB, position };
}

const TAB = "a tab between tokens, where PyYAML takes blanks alone";

function findTabBetween(text: string, start: number, end: number): number | null {
  const matches = text.slice(start, end).matchAll(/\t|(?<=^|[ \t])#.*/gm);
  for (const { 0: match, index } of matches) if (match === "\t") return start + index;
  return null;
}

/** Inside brackets a ? ends plain text and begins a key, even within a URL (scanner.py, scan_plain). */
function findQuestionMark(text: string, events: readonly Event[]): PythonProblem | null {
  const flows: boolean[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) flows.pop();
    else if (event.type === EVENT_ID.DOCUMENT) flows.push(false);
    else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      flows.push(event.style === COLLECTION_STYLE.FLOW);
    } else if (event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN && flows.at(-1)) {
      const index = text.slice(event.valueStart, event.valueEnd).indexOf("?");
      if (index !== -1) return { reason: QUESTION_MARK, position: event.valueStart + index };
    }
  }
  return null;
}

const QUESTION_MARK = "a ? inside brackets, where PyYAML takes it in quotes alone";

function findRepeatedAnchor(text: string, events: readonly Event[]): PythonProblem | null {
  const seen = new Set<string>();
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) seen.clear();
    if (event.type === EVENT_ID.ALIAS || !("anchorStart" in event) || event.anchorStart < 0) continue;
    const name = text.slice(event.anchorStart, event.anchorEnd);
    if (seen.has(name)) return { reason: `the anchor "${name}" is given twice`, position: event.anchorStart };
    seen.add(name);
  }
  return null;
}
