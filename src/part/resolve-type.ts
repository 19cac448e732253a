/** A part's declared type and content → the type that cloud-init uses. */
import { MARKERS } from "./content-types.js";
import { trimBlanksStart } from "../mime/trim-blanks.js";

/** The declared types that cloud-init does not trust (user_data.py, TYPE_NEEDED and text/x-shellscript). */
const UNTRUSTED_TYPES: ReadonlySet<string> = new Set(["text/plain", "text/x-not-multipart", "text/x-shellscript"]);

/** The resulting type: that of the marker if the declared type is not trusted. */
export function resolveType(declared: string, content: Uint8Array): string {
  return UNTRUSTED_TYPES.has(declared) ? (sniffMarker(content) ?? declared) : declared;
}

/**
 * The type of the marker that cloud-init sees, or null. Case, leading blanks and text behind the marker don't count;
 * a byte order mark does (handlers/__init__.py, type_from_starts_with).
 */
export function sniffMarker(content: Uint8Array): string | null {
  const text = decodeStart(content).toLowerCase();
  return KNOWN_MARKERS.find(({ marker }) => text.startsWith(marker))?.type ?? null;
}

/** The markers that cloud-init does not know, and the one that it removed in 22.2. */
const UNKNOWN = /^#(?:kube-|upstart-job$)/;

const KNOWN_MARKERS = MARKERS.filter(({ marker }) => !UNKNOWN.test(marker)).toSorted(
  (a, b) => b.marker.length - a.marker.length,
);

/** Starts at the first non-blank character. */
function decodeStart(content: Uint8Array): string {
  let start = 0;
  while (isBlank(content[start])) start += 1;
  return trimBlanksStart(Buffer.from(content.subarray(start, start + 4096)).toString());
}

/** Only US-ASCII blanks: there may be megabytes of them. */
function isBlank(byte = 0): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || (byte >= 0x1c && byte <= 0x20);
}
