import { gunzipSync } from "node:zlib";
import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import { decodeBase64 } from "../../text/decode-base64.js";
import { findNearest } from "../../text/find-nearest.js";
import { isPlaceholder } from "../../text/is-placeholder.js";
import { createPositionFinder } from "../../text/text-position.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { Check } from "../check.js";
import { lookUp } from "../../text/look-up.js";

/** write_files decodes the content by its encoding (config/cc_write_files.py, extract_contents). */
export const fileContent: Check = {
  codes: ["file-content", "file-encoding", "file-base64"],
  target: "input",
  each: true,
  run: (parts) => parts.filter(isCloudConfig).flatMap(checkPart),
};

/** Encoding → what is decoded, from the outside in (canonicalize_extraction); ignores case and blanks around it. */
const ENCODINGS: Readonly<Record<string, readonly ("base64" | "gzip")[]>> = {
  "": [],
  "text/plain": [],
  b64: ["base64"],
  base64: ["base64"],
  gz: ["gzip"],
  gzip: ["gzip"],
  "gz+b64": ["base64", "gzip"],
  "gz+base64": ["base64", "gzip"],
  "gzip+b64": ["base64", "gzip"],
  "gzip+base64": ["base64", "gzip"],
};

function checkPart(part: Part): Finding[] {
  const files = rootOf(part)["write_files"];
  if (!Array.isArray(files)) return [];
  return files.flatMap((file, index) => (isMapping(file) ? checkFile(file, index, part) : []));
}

function checkFile({ encoding, content, source }: Record<string, unknown>, index: number, part: Part): Finding[] {
  if (typeof encoding !== "string") return [];
  const layers = lookUp(ENCODINGS, encoding.trim().toLowerCase());
  if (!layers) {
    const location = locationOf(part, readConfig(part).locateValue(["write_files", index, "encoding"]));
    return [finding("file-encoding", location, { encoding, nearest: findMeant(encoding) })];
  }
  const text = content instanceof Uint8Array ? Buffer.from(content).toString("latin1") : content;
  if (typeof text !== "string" || isMapping(source) || isPlaceholder(text)) return [];
  const problem = findProblem(text, layers);
  if (problem === null) return [];
  const at = createPositionFinder(text)(problem.offset);
  const location = locationOf(part, readConfig(part).locateInside(["write_files", index, "content"], at));
  if (problem.what === "skipped") return [finding("file-base64", location, { character: text.charAt(problem.offset) })];
  return [finding("file-content", location, { encoding, what: problem.what, isEncoded: isEncodedGzip(text) })];
}

/** An encoding that names both layers means `gz+b64`, even in the other order. */
function findMeant(encoding: string): string | null {
  const word = encoding.trim().toLowerCase();
  if (/gz.*64|64.*gz/.test(word)) return "gz+b64";
  return findNearest(
    word,
    Object.keys(ENCODINGS).filter((each) => each !== ""),
  );
}

/** The layer that the content lacks, or that some of it is skipped, and the offset of the first sign. */
interface Problem {
  what: "base64" | "gzip" | "skipped";
  offset: number;
}

function findProblem(text: string, layers: readonly ("base64" | "gzip")[]): Problem | null {
  const { bytes, skipped } = layers.includes("base64")
    ? decodeBase64(text)
    : { bytes: Buffer.from(text, "latin1"), skipped: null };
  if (bytes === null) return { what: "base64", offset: skipped ?? 0 };
  if (layers.includes("gzip") && !isGzip(bytes)) return { what: "gzip", offset: 0 };
  return skipped === null ? null : { what: "skipped", offset: skipped };
}

/** Checks only the beginning if there is more than a mebibyte. */
function isGzip(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true;
  try {
    gunzipSync(bytes, { maxOutputLength: 2 ** 20 });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
  }
}

/** Whether the text is gzip in base64, by its first bytes (RFC 1952). */
function isEncodedGzip(text: string): boolean {
  return /^\s*H4sI/.test(text);
}
