/** The message → its parts, each as cloud-init reads it and as its headers declare it. */
import { isUtf8 } from "node:buffer";
import { findMarker } from "../part/content-types.js";
import { findBadByte } from "../part/find-bad-byte.js";
import { finding } from "../findings/finding.js";
import { findHeaders } from "../mime/find-headers.js";
import { SplitLimitError, splitMessage, type SplitLimits, type SplitMessage } from "../mime/split-message.js";
import type { Finding } from "../model.js";
import { throwInvalidBlob } from "../errors.js";
import { sniffMarker } from "../part/resolve-type.js";
import { describeUnseparated, readSinglePart, readParts, type PartsRead } from "./read-parts.js";

/** Limits for parsing. */
export interface ParseOptions {
  /** How findings name the blob. */
  path: string;
  /** The maximum size of all parts together, in bytes. */
  maxBytes: number;
  /** Whether something besides cloud-init reads the message and rejects MIME that is not well-formed. */
  strictMime: boolean;
}

/** Far more than user-data has. */
const LIMITS: SplitLimits = { depth: 10, entities: 10_000, headerBytes: 2 * 1024 * 1024 };

/**
 * Reads multipart messages, single texts with a marker, and cloud-config archives. If cloud-init would read something
 * other than the sender meant, returns what was meant, with a finding of severity error.
 *
 * @throws {KubebootError} `invalid` for a message without parts, or one that exceeds a limit
 */
export async function parseMessage(message: Uint8Array, limits: ParseOptions): Promise<PartsRead> {
  const { path, strictMime } = limits;
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const options = { ...limits, maxParts: LIMITS.entities };
  const start = findHeaders(bytes)?.offset ?? null;
  if (!hasMimeVersion(bytes) && start === null) {
    const defects = findMarkerDefects(bytes, path);
    const { parts, findings } = await readSinglePart(bytes, options);
    return { parts, findings: [...defects, ...findings] };
  }
  const { entities, unfinished, separated } = split(bytes, start ?? 0, path);
  const { parts, findings } = await readParts(bytes, entities, options);
  if (parts.length === 0) throwInvalidBlob(finding("blob-no-parts", { path }));
  const joined = separated ? [] : [describeUnseparated(entities, { path }, strictMime)];
  const cut = unfinished ? [finding("mime-unfinished", { path })] : [];
  return { parts, findings: [...findMimeDefects(bytes, start, path), ...joined, ...cut, ...findings] };
}

/** How cloud-init recognizes MIME (user_data.py, convert_string). */
function hasMimeVersion(bytes: Buffer): boolean {
  return bytes.toString("latin1", 0, 4096).toLowerCase().includes("mime-version:");
}

/** cloud-init drops a text that is not MIME and does not begin with one of its markers. */
function findMarkerDefects(bytes: Buffer, path: string): Finding[] {
  if (sniffMarker(bytes) !== null) return [];
  const meant = findMarker(bytes.toString("utf8", 0, 4096));
  if (meant === null) throwInvalidBlob(finding("blob-unknown", { path }, { content: describeUnknown(bytes) }));
  return [finding("blob-marker-unseen", { path }, { marker: meant.marker })];
}

function describeUnknown(bytes: Buffer): "empty" | "archive" | "UTF-16" | "other" {
  if (bytes.length === 0) return "empty";
  if (bytes.toString("latin1", 257, 262) === "ustar") return "archive";
  return ["fffe", "feff"].includes(bytes.toString("hex", 0, 2)) ? "UTF-16" : "other";
}

function split(bytes: Buffer, start: number, path: string): SplitMessage {
  try {
    return splitMessage(bytes, start, LIMITS);
  } catch (error) {
    if (!(error instanceof SplitLimitError)) throw error;
    return throwInvalidBlob(finding(LIMIT_CODES[error.limit], { path }, { most: LIMITS[error.limit] }));
  }
}

const LIMIT_CODES = {
  depth: "blob-nested",
  entities: "blob-many-parts",
  headerBytes: "blob-long-headers",
} as const satisfies Record<keyof SplitLimits, string>;

function findMimeDefects(bytes: Buffer, start: number | null, path: string): Finding[] {
  const findings: Finding[] = [];
  if (!hasMimeVersion(bytes)) findings.push(finding("mime-version-late", { path }));
  if (start !== null && start > 0) findings.push(finding("mime-indented", { path }));
  if (!isUtf8(bytes)) findings.push(finding("blob-not-utf8", { path }, { offset: findBadByte(bytes) }));
  return findings;
}
