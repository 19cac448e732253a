/** Source[] → the content type of each: declared, by marker, by shape, by extension, by default. */
import { findMarker, typeOfExtension } from "../part/content-types.js";
import type { Finding, Source, TypedSource } from "../model.js";
import type { Caller } from "../resolve-options.js";
import { isBlankText } from "./is-blank-text.js";

/** What came of sniffing: the typed sources, and a finding for each that has no type. */
export interface SniffedSources {
  sources: TypedSource[];
  findings: Finding[];
}

/**
 * Gives every source its content type.
 *
 * @param defaultType for content that nothing else decides, or null
 * @param caller whose options hints name
 */
export async function sniffTypes(
  sources: readonly Source[],
  defaultType: string | null,
  caller: Caller = "bundle",
): Promise<SniffedSources> {
  const sniffed: SniffedSources = { sources: [], findings: [] };
  for (const source of sources) {
    const type = source.type ?? (await sniffContent(source, defaultType, caller));
    if (typeof type === "string") sniffed.sources.push({ ...source, type });
    else sniffed.findings.push(trace(type, source));
  }
  return sniffed;
}

/** The place in the template, where the source is one. */
function trace(found: Finding, { template }: Source): Finding {
  if (template === undefined || found.line === null) return found;
  const at = template.toSource({ line: found.line, ...(found.column !== null && { column: found.column }) });
  return { ...found, line: at?.line ?? null, column: at?.column ?? null };
}

async function sniffContent(source: Source, defaultType: string | null, caller: Caller): Promise<string | Finding> {
  const { content } = source;
  const byMarker = findMarker(decodeHead(content));
  if (byMarker) return byMarker.type;
  const text = decodeText(content);
  const { recognizeManifest } = await import("../kube/recognize-manifest.js");
  const manifest = text === null ? null : recognizeManifest(content);
  if (manifest?.type) return manifest.type;
  const type = content.length === 0 ? null : ((await sniffExtension(source, text)) ?? defaultType);
  if (type !== null) return type;
  const { explainUntyped } = await import("./explain-untyped.js");
  return explainUntyped({ source, text, manifest: manifest?.problem ?? null, caller });
}

/** What holds nothing is no object, and the extensions have other uses: systemd's services and Podman's pods. */
async function sniffExtension(source: Source, text: string | null): Promise<string | null> {
  const type = typeOfExtension(source.filename);
  if (type === null || (text !== null && isBlankText(text))) return null;
  const { findOtherFormat } = await import("./find-other-format.js");
  return findOtherFormat({ ...source, text }) === null ? type : null;
}

/**
 * The text in which a marker can stand. A long run of leading blanks is the only reason to read on: less
 * than 64 characters behind it may be a marker cut in two.
 */
function decodeHead(content: Uint8Array): string {
  const head = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content.subarray(0, 4096));
  return head.trimStart().length > 64 ? head : new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
}

/** The content as text, or null when it is not UTF-8 or holds a NUL. */
function decodeText(content: Uint8Array): string | null {
  if (content.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
