/** What cloud-init makes of a part's content and declared type. */
import { MARKERS } from "./content-types.js";

/** The declared types that cloud-init does not trust (user_data.py, TYPE_NEEDED and text/x-shellscript). */
export const SNIFFED_AGAIN: ReadonlySet<string> = new Set(["text/plain", "text/x-not-multipart", "text/x-shellscript"]);

/** The type that counts: that of the marker where the declared one is not trusted. */
export function settleType(declared: string, content: Uint8Array): string {
  return SNIFFED_AGAIN.has(declared) ? (sniffMarker(content) ?? declared) : declared;
}

/**
 * The type of the marker that cloud-init sees, or null. Case and leading blanks don't count, nor does what
 * stands behind it; a byte order mark does (handlers/__init__.py, type_from_starts_with).
 */
export function sniffMarker(content: Uint8Array): string | null {
  const text = decodeStart(content).toLowerCase();
  return KNOWN_MARKERS.find(({ marker }) => text.startsWith(marker))?.type ?? null;
}

/** The markers that cloud-init has no use for, and that which it lost in 22.2. */
const UNKNOWN = /^#(?:kube-|upstart-job$)/;

const KNOWN_MARKERS = MARKERS.filter(({ marker }) => !UNKNOWN.test(marker)).toSorted(
  (a, b) => b.marker.length - a.marker.length,
);

/** From the first character that is no blank; a long run of blanks is the only reason to read on. */
function decodeStart(content: Uint8Array): string {
  const head = trimStart(Buffer.from(content.subarray(0, 4096)).toString());
  return head.length > 64 ? head : trimStart(Buffer.from(content).toString());
}

/** Python's white space, which is JavaScript's without the byte order mark and with some separators. */
function trimStart(text: string): string {
  return text.replace(/^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/, "");
}
