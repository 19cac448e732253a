/** A cloud-config archive → its entries, as cloud-init takes them (user_data.py, _explode_archive). */
import { finding, placeIn } from "../findings.js";
import type { Finding, Part } from "../model.js";
import { sniffMarker } from "../sniff-part.js";
import { isMapping } from "../yaml/is-mapping.js";
import { readConfig } from "./read-config.js";

/** One entry, which becomes a part. */
export interface ArchiveEntry {
  /** What cloud-init takes it for. */
  type: string;
  content: Uint8Array;
  /** What the entry says of itself; null where it doesn't. */
  declaredType: string | null;
  filename: string | null;
  headers: Record<string, string>;
}

/** The entries that cloud-init takes. */
export interface Archive {
  entries: ArchiveEntry[];
  findings: Finding[];
}

/** In bytes. No platform takes as much, and YAML of more can keep a machine busy for minutes. */
const MOST_BYTES = 1024 * 1024;

/** Reads the list. What can't be read is a finding. */
export function readArchive(part: Part): Archive {
  if (part.content.length > MOST_BYTES) {
    return { entries: [], findings: [finding("archive-too-large", placeIn(part), { most: MOST_BYTES })] };
  }
  const { documents, problem, locate } = readConfig(part);
  const [list] = documents;
  const reason = problem?.reason ?? (documents.length > 1 ? "it has more than one document" : "it is no list");
  if (documents.length === 0 && problem === null) return { entries: [], findings: [] };
  if (documents.length !== 1 || !Array.isArray(list)) {
    return { entries: [], findings: [finding("archive-broken", placeIn(part, problem ?? locate([])), { reason })] };
  }
  const archive: Archive = { entries: [], findings: [] };
  for (const [index, item] of list.entries()) {
    const place = placeIn(part, locate([index]));
    const entry = index + 1;
    const value: unknown = typeof item === "string" ? { content: item } : item;
    if (!isMapping(value)) archive.findings.push(finding("archive-entry-skipped", place, { entry }));
    else
      addEntry(value, { archive, fail: (broken) => finding("archive-entry-broken", place, { entry, reason: broken }) });
  }
  return archive;
}

function addEntry(
  value: Record<string, unknown>,
  { archive, fail }: { archive: Archive; fail: (reason: string) => Finding },
): void {
  const { content = "", type: declared } = value;
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const declaredType = declared || null;
  if (!(bytes instanceof Uint8Array)) archive.findings.push(fail("has no text as its content"));
  else if (declaredType !== null && (typeof declaredType !== "string" || !declaredType.includes("/"))) {
    archive.findings.push(fail("has a type that is no content type"));
  } else {
    const unmarked = typeof content === "string" ? "text/cloud-config" : "application/octet-stream";
    archive.entries.push({
      type: declaredType?.toLowerCase() ?? sniffMarker(bytes) ?? unmarked,
      content: bytes,
      declaredType,
      filename: "filename" in value ? String(value["filename"]) : null,
      headers: readHeaders(value),
    });
  }
}

/** What an entry has besides becomes header fields. */
function readHeaders(value: Record<string, unknown>): Record<string, string> {
  const others = Object.entries(value).filter(([name]) => !/^(?:content|filename|type)$/i.test(name));
  return Object.fromEntries(others.map(([name, other]) => [name, String(other)]));
}
