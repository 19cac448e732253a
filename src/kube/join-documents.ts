/** The documents of a text in another order → the text. */
import { findMarker } from "../part/content-types.js";
import { findJson, isJsonText, type TextRange } from "./split-documents.js";

/** Keeps every byte of them; a marker, or the comments above JSON, stay at the top. */
export function joinDocuments(text: string, ordered: readonly TextRange[]): string {
  const head = findHead(text);
  const json = isJsonText(text.slice(head.length));
  const ends = [head.length, ...ordered.map(({ end }) => end)];
  const chunks = ordered.map(({ end }) => {
    // Starts at the end of the previous one: an empty document between them, with its comments, moves along.
    const chunk = text.slice(Math.max(...ends.filter((before) => before < end)), end).replace(/\n?$/, "\n");
    return json || /^---(?=[ \t\r\n]|$)/.test(chunk) ? chunk : `---\n${chunk}`;
  });
  return head + chunks.join("") + text.slice(Math.max(...ends));
}

function findHead(text: string): string {
  const json = findJson(text);
  if (json !== null) return text.slice(0, json);
  return findMarker(text) ? /^.*\r?\n?/.exec(text)![0] : "";
}
