import { readExpansion } from "./read-expansion.js";
import type { Reader } from "./reader.js";
import type { HereDocument } from "./syntax.js";

/** Reads the here-documents that were announced on the line before. Without its delimiter one ends with the text. */
export function readHereDocuments(reader: Reader): void {
  const documents = reader.hereDocuments;
  reader.hereDocuments = [];
  for (const document of documents) readDocument(reader, document);
}

/** Only dash parses the expansions in it at once. */
function readDocument(reader: Reader, document: HereDocument): void {
  const { text, position } = reader;
  const [end, next] = findEnd(text.slice(position), document, reader.dialect === "bash" && reader.isSubstituted);
  if (reader.dialect === "dash" && !document.isQuoted) {
    reader.readNested(text.slice(position, position + end), (offset) => position + offset, readExpansions);
  }
  reader.position = position + next;
}

function readExpansions(reader: Reader): void {
  while (!reader.isAtEnd) {
    if (reader.take(/\\[^]?|[^\\$`]+/y) === null) readExpansion(reader, "quoted");
  }
}

/** Where the text ends, and where it goes on after the line with the delimiter; in bash, `)` may be on that line. */
function findEnd(text: string, { delimiter, stripsTabs }: HereDocument, isClosable: boolean): [number, number] {
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf("\n", start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const written = text.slice(start, end);
    const line = stripsTabs ? written.replace(/^\t+/, "") : written;
    if (line === delimiter) return [start, Math.min(end + 1, text.length)];
    if (isClosable && line.startsWith(`${delimiter})`)) return [start, end - line.length + delimiter.length];
    start = end + 1;
  }
  return [text.length, text.length];
}
