/** Part[] → the same, each cloud-config archive followed by its entries as parts, for the checks. */
import { trimBlanks } from "../mime/trim-blanks.js";
import type { EntryPart, Part, TracedPart } from "../model.js";
import { effectiveType, isTemplate } from "../part/effective-type.js";
import { nameByPosition } from "../part/name-by-position.js";
import type { LinePosition } from "../text/text-position.js";
import type { ArchiveEntry } from "./read-archive.js";

/** Opens the archives that are sources; those in blobs became their entries when they were read. */
export async function openArchives(parts: readonly Part[]): Promise<Part[]> {
  if (!parts.some(isArchiveSource)) return [...parts];
  const { readArchive } = await import("./read-archive.js");
  const opened: Part[] = [];
  let position = 1;
  for (const part of parts) {
    const entries = isArchiveSource(part) ? readArchive(part).entries : [];
    opened.push(part, ...entries.map((entry, index) => makeEntryPart(part, entry, position + index)));
    position += Math.max(1, entries.length);
  }
  return opened;
}

/** Whether the part is an archive that is a source. */
export function isArchiveSource(part: Part): boolean {
  return part.number === null && effectiveType(part) === "text/cloud-config-archive" && !isTemplate(part);
}

function makeEntryPart(archive: Part & Partial<TracedPart>, entry: ArchiveEntry, position: number): EntryPart {
  const { path, number, toSource = (at) => at } = archive;
  const { type, content, headers, locate } = entry;
  const filename = (entry.filename && trimBlanks(entry.filename)) || nameByPosition(position);
  const place = { path, number, toSource: (at: LinePosition | null) => toSource(locate(at)), isEntry: true as const };
  return { type, filename, content, transferEncoding: null, headers, ...place };
}
