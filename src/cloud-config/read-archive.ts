/** A cloud-config archive → its entries, as cloud-init takes them (user_data.py, _explode_archive). */
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import { sniffMarker } from "../part/resolve-type.js";
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

/** In bytes. No cloud takes as much, and YAML of more can keep a machine busy for minutes. */
const MOST_BYTES = 512 * 1024;

/** Reads the list. What can't be read is a finding. */
export function readArchive(part: Part): Archive {
  if (part.content.length > MOST_BYTES) {
    return { entries: [], findings: [finding("archive-too-large", locationOf(part), { most: MOST_BYTES })] };
  }
  const { documents, problem, locate } = readConfig(part);
  const [list] = documents;
  const reason = problem?.reason ?? (documents.length > 1 ? "it has more than one document" : "it is no list");
  if (documents.length === 0 && problem === null) return { entries: [], findings: [] };
  if (documents.length !== 1 || !Array.isArray(list)) {
    return { entries: [], findings: [finding("archive-broken", locationOf(part, problem ?? locate([])), { reason })] };
  }
  const archive: Archive = { entries: [], findings: [] };
  for (const [index, item] of list.entries()) {
    const location = locationOf(part, locate([index]));
    const value: unknown = typeof item === "string" ? { content: item } : item;
    const entry = isMapping(value) ? readEntry(value) : null;
    if (entry === null) archive.findings.push(finding("archive-entry-skipped", location, { entry: index + 1 }));
    else if (typeof entry !== "string") archive.entries.push(entry);
    else archive.findings.push(finding("archive-entry-broken", location, { entry: index + 1, reason: entry }));
  }
  return archive;
}

/** The entry, or what cloud-init stumbles over. */
function readEntry(value: Record<string, unknown>): ArchiveEntry | string {
  const { content = "", type, filename = null } = value;
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  if (!(bytes instanceof Uint8Array)) return "has no text as its content";
  const declaredType = type || null;
  if (declaredType !== null && !isType(declaredType)) return "has a type that is no content type";
  if (typeof filename === "object" && filename !== null) return "has no text as its filename";
  const headers = Object.entries(value).filter(([name]) => !NO_HEADER.test(name));
  if (!headers.every(isHeader)) return "has a header that is no text";
  const unmarked = typeof content === "string" ? "text/cloud-config" : "application/octet-stream";
  return {
    type: declaredType?.toLowerCase() ?? sniffMarker(bytes) ?? unmarked,
    content: bytes,
    declaredType,
    filename: filename === null ? null : String(filename),
    headers: Object.fromEntries(headers.map(([name, header]) => [name, String(header)])),
  };
}

/** The keys that are something else, or that cloud-init leaves out. */
const NO_HEADER = /^(?:content|filename|type|content-disposition|content-type|number-attachments)$/i;

function isType(type: unknown): type is string {
  return typeof type === "string" && type.includes("/");
}

/** What an entry has besides becomes a header, which takes text alone; this one is made text. */
function isHeader([name, value]: [string, unknown]): boolean {
  return typeof value === "string" || (/^launch-index$/i.test(name) && typeof value === "number");
}
