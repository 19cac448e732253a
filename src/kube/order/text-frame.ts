/** The text of a manifest → the text of each document, and what is around them. */
import { findMarker } from "../../part/content-types.js";
import { findJson, isJsonText, type TextRange } from "../split-documents.js";

/** What belongs to no document. */
export interface TextFrame {
  /** A marker, or the comments above JSON: at the top of whatever is made of the text. */
  head: string;
  /** Empty documents behind the last one, with their comments. */
  tail: string;
  /** Whether the documents are JSON, which needs nothing between them. */
  json: boolean;
}

/** Cuts at the end of each document: an empty one above it, with its comments, is part of its text. */
export function cutText(text: string, documents: readonly TextRange[]): { frame: TextFrame; chunks: string[] } {
  const head = findHead(text);
  const starts = [head.length, ...documents.map(({ end }) => end)];
  return {
    frame: { head, tail: text.slice(Math.max(...starts)), json: isJsonText(text.slice(head.length)) },
    chunks: documents.map(({ end }, index) => text.slice(Math.min(starts[index]!, end), end)),
  };
}

function findHead(text: string): string {
  const json = findJson(text);
  if (json !== null) return text.slice(0, json);
  return findMarker(text) ? /^.*\r?\n?/.exec(text)![0] : "";
}
