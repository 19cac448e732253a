/** A manifest → the same with its v1beta1 objects as v1. */
import { findMarker } from "../../part/content-types.js";
import { finding } from "../../findings/finding.js";
import type { Finding } from "../../model.js";
import type { ManifestDocument } from "../read-manifest.js";
import { readManifestContent } from "../read-objects.js";
import { isJsonText, separateDocument } from "../split-documents.js";
import { readComments, type Comment } from "./read-comments.js";
import { upgradeValue } from "./upgrade-object.js";
import { writeYaml } from "./write-yaml.js";

/** The format of the result. */
export type ManifestFormat = "yaml" | "json";

/** One manifest, upgraded. */
export interface UpgradedManifest {
  /** The input, byte for byte, if there was nothing to upgrade. */
  text: string;
  /** The values of the documents that are not empty. */
  values: unknown[];
  findings: Finding[];
}

/**
 * Upgrades every v1beta1 object; v1 documents stay unchanged, byte for byte.
 *
 * @param content UTF-8
 * @param source the name that the user gave, for findings
 * @param given the format of the other objects; by default JSON for JSON, and YAML for YAML
 */
export function upgradeManifest(content: Uint8Array, source: string | null, given?: ManifestFormat): UpgradedManifest {
  const text = new TextDecoder().decode(content);
  const format = given ?? formatOf(text);
  const { documents, problem } = readManifestContent(content);
  if (problem) {
    const { reason, fix, line, column } = problem;
    const location = { path: source, line, column };
    return { text, values: [], findings: [finding("upgrade-syntax", location, { reason, fix })] };
  }
  const context: Context = { text, source, marker: findMarkerLine(text), format };
  const upgraded = documents.map((document) => upgradeDocument(document, context));
  const values = upgraded.map(({ value }) => value).filter((value) => value !== null);
  const findings = upgraded.flatMap((document) => document.findings).toSorted(comparePlaces);
  if (upgraded.every(({ written }) => written === null)) return { text, values, findings };
  const chunks = upgraded.map(({ written }, index) => written ?? sliceDocument(documents[index]!, context));
  return { text: context.marker + joinChunks(chunks, format), values, findings };
}

/** The first line, with its end, if it is a marker; otherwise empty. */
export function findMarkerLine(text: string): string {
  return findMarker(text) ? /^.*\r?\n?/.exec(text)![0] : "";
}

/** A text that is only JSON, except for a marker, is JSON. */
export function formatOf(text: string): ManifestFormat {
  return isJsonText(text.slice(findMarkerLine(text).length)) ? "json" : "yaml";
}

interface Context {
  text: string;
  source: string | null;
  marker: string;
  format: ManifestFormat;
}

interface UpgradedDocument {
  value: unknown;
  /** Null for an unchanged document. */
  written: string | null;
  findings: Finding[];
}

/** Without the marker, which belongs to the whole text. */
function sliceDocument({ start, end }: ManifestDocument, { text, marker }: Context): string {
  return text.slice(Math.max(start, marker.length), end);
}

function upgradeDocument(document: ManifestDocument, context: Context): UpgradedDocument {
  const { value, locate } = document;
  const upgraded = upgradeValue(value, { source: context.source, locate });
  if (!upgraded || upgraded.value === value) return { value, written: null, findings: upgraded?.findings ?? [] };
  if (context.format === "json") return { ...upgraded, written: `${JSON.stringify(upgraded.value, null, 2)}\n` };
  const slice = sliceDocument(document, context);
  const { text, lost } = writeYaml(upgraded.value, upgraded.origins, listComments(document, context));
  const separator = /(?<![^\n])---(?=[ \t\r\n#]|$)/.test(slice) ? "---\n" : "";
  const findings = lost.map((comment) => reportLost(comment, document.start, context));
  return { value: upgraded.value, written: separator + text, findings: [...upgraded.findings, ...findings] };
}

/** A marker is no comment of its document. */
function listComments({ start, yaml }: ManifestDocument, { marker }: Context): Comment[] {
  return readComments(yaml).filter((comment) => start + comment.start >= marker.length);
}

function reportLost({ start }: Comment, offset: number, { text, source }: Context): Finding {
  const before = text.slice(0, offset + start).split("\n");
  return finding("upgrade-comment", { path: source, line: before.length, column: before.at(-1)!.length + 1 });
}

function comparePlaces(a: Finding, b: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** JSON values follow each other, YAML documents need a line between them. */
export function joinChunks(chunks: readonly string[], format: ManifestFormat): string {
  return chunks
    .map((chunk, index) => {
      const parted = index === 0 || format === "json" ? chunk : separateDocument(chunk, false);
      return index === chunks.length - 1 ? parted : parted.replace(/\n?$/, "\n");
    })
    .join("");
}
