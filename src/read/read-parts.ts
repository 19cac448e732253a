/** The entities of a message → parts, as cloud-init reads them (user_data.py, _process_msg). */
import { isAscii } from "node:buffer";
import { isCompressed } from "../part/content-types.js";
import { finding, locationOf } from "../findings/finding.js";
import { decodeBody, readTransferEncoding } from "../mime/decode-body.js";
import { findLineEnd } from "../mime/find-line-end.js";
import { parseParameter } from "../mime/header-parameters.js";
import { findField } from "../mime/read-headers.js";
import type { Entity } from "../mime/split-message.js";
import { trimBlanks } from "../mime/trim-blanks.js";
import type { Finding, Location, ReadPart } from "../model.js";
import { throwInvalidBlob } from "../errors.js";
import { nameByPosition } from "../part/name-by-position.js";
import { resolveType } from "../part/resolve-type.js";
import { gunzip } from "../layers/gzip.js";

/** The parts, and what cloud-init would not accept. */
export interface PartsRead {
  parts: ReadPart[];
  findings: Finding[];
}

/** Limits for reading. */
export interface ReadPartsOptions {
  /** How findings name the blob. */
  path: string;
  /** The maximum size of all parts together, in bytes. */
  maxBytes: number;
  maxParts: number;
  /** Whether something besides cloud-init reads the message and rejects MIME that is not well-formed. */
  strictMime: boolean;
}

/**
 * Reads each entity: decoded, unpacked if declared as compressed, an archive as its entries.
 *
 * @throws {KubebootError} `invalid` for more parts or bytes than the limits
 */
export async function readParts(
  bytes: Buffer,
  entities: readonly Entity[],
  options: ReadPartsOptions,
): Promise<PartsRead> {
  const taking: Taking = { ...options, parts: [], findings: [], position: 1 };
  for (const entity of entities) {
    if (entity.type.startsWith("message/")) taking.position += 1;
    else {
      const part = readEntity(bytes, entity, taking);
      if (!entity.separated) {
        taking.findings.push(describeUnseparated(entities, locationOf(part, { line: 1 }), options.strictMime));
      }
      taking.findings.push(...findRawBytes(bytes.subarray(entity.body, entity.end), part));
      await addPart(part, taking);
    }
  }
  return taking;
}

/** Go's mail readers reject a header line without a colon (net/textproto); EKS' nodeadm uses them. */
export function describeUnseparated(
  entities: readonly Entity[],
  location: Partial<Location>,
  strictMime: boolean,
): Finding {
  const isForEks = strictMime || entities.some(({ type }) => type === "application/node.eks.aws");
  return finding(isForEks ? "mime-blank-line-eks" : "mime-blank-line", location);
}

/** Reads a blob that is not MIME: a part without headers, whose exact bytes cloud-init uses. */
export async function readSinglePart(content: Buffer, options: ReadPartsOptions): Promise<PartsRead> {
  const taking: Taking = { ...options, parts: [], findings: [], position: 1 };
  const declared = { type: null, filename: null, transferEncoding: null };
  const named = { filename: nameByPosition(taking.position), path: options.path, number: 1 };
  const type = resolveType("text/x-not-multipart", content);
  const part = { type, ...named, content, transferEncoding: null, headers: {}, declared };
  await addPart({ ...part, offset: { headers: 0, body: 0 } }, taking);
  return taking;
}

/** The parts so far. */
interface Taking extends PartsRead, ReadPartsOptions {
  /** The number in the name of the next part without a filename; messages inside the message count too. */
  position: number;
}

function readEntity(bytes: Buffer, { type, fields, headers, body, end }: Entity, taking: Taking): ReadPart {
  const declaredEncoding = findField(fields, "content-transfer-encoding");
  const transferEncoding = readTransferEncoding(declaredEncoding);
  const content = decodeBody(bytes.subarray(body, end), transferEncoding);
  const settled = resolveType(type, content);
  const { filename, name } = readNames(fields);
  return {
    type: settled,
    // For another type cloud-init writes a new Content-Type, which loses its name.
    filename: (settled === type ? (filename ?? name) : filename) || nameByPosition(taking.position),
    content,
    transferEncoding,
    headers: Object.fromEntries(fields.toReversed().map((field) => [field.name, field.value])),
    path: taking.path,
    number: taking.parts.length + 1,
    declared: { type: readDeclaredType(fields), filename: filename ?? name, transferEncoding: declaredEncoding },
    offset: { headers, body },
  };
}

/** The parameters that Python's get_filename reads, in order. */
function readNames(fields: Entity["fields"]): { filename: string | null; name: string | null } {
  const filename = parseParameter(findField(fields, "content-disposition"), "filename");
  const name = parseParameter(findField(fields, "content-type"), "name");
  return { filename: filename && trimBlanks(filename), name: name && trimBlanks(name) };
}

function readDeclaredType(fields: Entity["fields"]): string | null {
  const value = findField(fields, "content-type");
  return value === null ? null : trimBlanks(value.replace(/;.*$/s, ""));
}

/** cloud-init reads the message as text and asks Python for bytes, which works only for US-ASCII (user_data.py). */
function findRawBytes(body: Buffer, part: ReadPart): Finding[] {
  if (isAscii(body)) return [];
  const offset = body.findIndex((byte) => byte > 0x7f);
  let [line, start] = [1, 0];
  for (let next = findLineEnd(body, start); next <= offset; next = findLineEnd(body, start)) {
    line += 1;
    start = next;
  }
  return [finding("part-raw", locationOf(part, { line, column: offset - start + 1 }), { filename: part.filename })];
}

async function addPart(declared: ReadPart, taking: Taking): Promise<void> {
  const part = isCompressed(declared.type) ? await unpack(declared, taking) : declared;
  const isArchive = part.type === "text/cloud-config-archive";
  const entries = isArchive ? await readEntries(part, taking) : [part];
  taking.parts.push(...(entries.length > 0 ? entries : [part]));
  taking.position += entries.length;
}

/** cloud-init ignores the declared type of what it unpacks, and rejects the blob if it can't unpack a part. */
async function unpack(part: ReadPart, taking: Taking): Promise<ReadPart> {
  const { path, maxBytes, parts, findings } = taking;
  const used = parts.reduce((total, { content }) => total + content.length, 0);
  const unpacked = await gunzip(part.content, maxBytes - used);
  if (unpacked instanceof Uint8Array) {
    return { ...part, type: resolveType("text/plain", unpacked), content: unpacked };
  }
  if (unpacked.tooLarge) throwInvalidBlob(finding("blob-too-large", { path }, { maxBytes }));
  findings.push(finding("part-gzip-broken", locationOf(part), { reason: unpacked.reason }));
  return part;
}

async function readEntries(
  archive: ReadPart,
  { path, parts, findings, maxParts, ...taking }: Taking,
): Promise<ReadPart[]> {
  const { readArchive } = await import("../cloud-config/read-archive.js");
  const read = readArchive(archive);
  if (parts.length + read.entries.length > maxParts) {
    throwInvalidBlob(finding("blob-many-parts", { path }, { most: maxParts }));
  }
  // A finding can't point into an archive that became its entries; each finding names its entry.
  const nowhere = { part: null, line: null, column: null };
  for (const found of read.findings) findings.push(read.entries.length > 0 ? { ...found, ...nowhere } : found);
  return read.entries.map(({ type, content, headers, declaredType, filename }, index) => ({
    type,
    filename: (filename && trimBlanks(filename)) || nameByPosition(taking.position + index),
    content,
    transferEncoding: null,
    headers,
    path,
    number: parts.length + index + 1,
    declared: { type: declaredType, filename, transferEncoding: null },
    offset: null,
  }));
}
