/** A cloud-config archive → its entries, as cloud-init reads them (user_data.py, _explode_archive). */
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import { sniffMarker } from "../part/resolve-type.js";
import type { LinePosition, TextPosition } from "../text/text-position.js";
import { isMapping } from "../yaml/is-mapping.js";
import { readConfig } from "./read-config.js";
import { textOf } from "../text/text-of.js";

/** One entry, which becomes a part. */
export interface ArchiveEntry {
  /** The type that cloud-init uses. */
  type: string;
  content: Uint8Array;
  /** The declared type; null if there is none. */
  declaredType: string | null;
  filename: string | null;
  headers: Record<string, string>;
  /** The position in the archive of a position in the content, or for null of the entry. */
  locate: (at: LinePosition | null) => TextPosition;
}

/** The entries that cloud-init accepts. */
export interface Archive {
  entries: ArchiveEntry[];
  findings: Finding[];
}

/** In bytes. No cloud accepts as much, and more YAML can keep a machine busy for minutes. */
const MOST_BYTES = 512 * 1024;

/** Reads the list. Unreadable content is a finding. */
export function readArchive(part: Part): Archive {
  if (part.content.length > MOST_BYTES) {
    return { entries: [], findings: [finding("archive-too-large", locationOf(part), { most: MOST_BYTES })] };
  }
  const { documents, problem, locate, locateValue, locateInside } = readConfig(part);
  const [list] = documents;
  const broken = problem?.reason ?? (documents.length > 1 ? "it has more than one document" : "it is not a list");
  if (documents.length === 0 && problem === null) return { entries: [], findings: [] };
  if (documents.length !== 1 || !Array.isArray(list)) {
    return {
      entries: [],
      findings: [finding("archive-broken", locationOf(part, problem ?? locate([])), { reason: broken })],
    };
  }
  const archive: Archive = { entries: [], findings: [] };
  for (const [index, item] of list.entries()) {
    const value: unknown = typeof item === "string" ? { content: item } : item;
    const entry = isMapping(value) ? readEntry(value) : null;
    if (entry === null) {
      archive.findings.push(finding("archive-entry-skipped", locationOf(part, locate([index])), { entry: index + 1 }));
    } else if ("reason" in entry) {
      const location = locationOf(part, locateValue([index, entry.key]));
      archive.findings.push(finding("archive-entry-broken", location, { entry: index + 1, reason: entry.reason }));
    } else {
      const path = typeof item === "string" ? [index] : [index, "content"];
      archive.entries.push({ ...entry, locate: (at) => (at ? locateInside(path, at) : locate([index])) });
    }
  }
  return archive;
}

/** The entry, or the key whose value makes cloud-init fail, and the reason. */
function readEntry(value: Record<string, unknown>): Omit<ArchiveEntry, "locate"> | { key: string; reason: string } {
  const { content = "", type, filename = null } = value;
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  if (!(bytes instanceof Uint8Array)) return { key: "content", reason: "has content that is not text" };
  const declaredType = type || null;
  if (declaredType !== null && !isType(declaredType))
    return { key: "type", reason: "has a `type` that is not a content type" };
  if (typeof filename === "object" && filename !== null)
    return { key: "filename", reason: "has a `filename` that is not text" };
  const headers = Object.entries(value).filter(([name]) => !NO_HEADER.test(name));
  const broken = headers.find((header) => !isHeader(header));
  if (broken) return { key: broken[0], reason: `has a header \`${broken[0]}\` that is not text` };
  const unmarked = typeof content === "string" ? "text/cloud-config" : "application/octet-stream";
  return {
    type: declaredType?.toLowerCase() ?? sniffMarker(bytes) ?? unmarked,
    content: bytes,
    declaredType,
    filename: filename === null ? null : textOf(filename),
    headers: Object.fromEntries(headers.map(([name, header]) => [name, textOf(header)])),
  };
}

/** The keys that are not headers, or that cloud-init drops. */
const NO_HEADER = /^(?:content|filename|type|content-disposition|content-type|number-attachments)$/i;

function isType(type: unknown): type is string {
  return typeof type === "string" && type.includes("/");
}

/** Other keys of an entry become headers, which must be text; this one is converted to text. */
function isHeader([name, value]: [string, unknown]): boolean {
  return typeof value === "string" || (/^launch-index$/i.test(name) && typeof value === "number");
}
