/** Source[] → the content type of each: declared, by marker, by shape, by extension, by default. */
import { MARKERS, findMarker, typeOfExtension } from "../part/content-types.js";
import { finding } from "../findings/finding.js";
import type { Finding, Source, TypedSource } from "../model.js";

/** What came of sniffing: the typed sources, and a finding for each that has no type. */
export interface SniffedSources {
  sources: TypedSource[];
  findings: Finding[];
}

/**
 * Gives every source its content type.
 *
 * @param defaultType for content that nothing else decides, or null
 */
export async function sniffTypes(sources: readonly Source[], defaultType: string | null): Promise<SniffedSources> {
  const sniffed: SniffedSources = { sources: [], findings: [] };
  for (const source of sources) {
    const type = source.type ?? (await sniffContent(source, defaultType));
    if (typeof type === "string") sniffed.sources.push({ ...source, type });
    else sniffed.findings.push(type);
  }
  return sniffed;
}

async function sniffContent(source: Source, defaultType: string | null): Promise<string | Finding> {
  const { path, filename, content } = source;
  if (content.length === 0) return unknownType(path, "the file is empty");
  const byMarker = findMarker(decodeHead(content));
  if (byMarker) return byMarker.type;
  const text = decodeText(content);
  const { recognizeManifest } = await import("../kube/recognize-manifest.js");
  const manifest = text === null ? null : recognizeManifest(content);
  if (manifest?.type) return manifest.type;
  const byExtension = isSystemdUnit(text ?? "") ? null : typeOfExtension(filename);
  const type = byExtension ?? defaultType;
  if (type !== null) return type;
  const { line, column } = manifest ?? { line: null, column: null };
  return unknownType(path, manifest?.problem ?? describeUntyped(content, text), { line, column });
}

function unknownType(path: string, reason: string, at: { line: number | null; column: number | null } | null = null) {
  return finding("type-unknown", { path, ...at }, { reason, markers: MARKERS.map(({ marker }) => marker) });
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

/** systemd's own sections, and those of Podman's Quadlet, whose pods end in .pod (podman-systemd.unit(5)). */
function isSystemdUnit(text: string): boolean {
  return /^\[(Unit|Service|Install|Container|Pod|Kube)\]\s*$/m.test(text);
}

function describeUntyped(content: Uint8Array, text: string | null): string {
  if ((content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)) {
    return "it is UTF-16; save it as UTF-8";
  }
  if (text === null) return "it is binary, or text in an encoding other than UTF-8";
  if (isSystemdUnit(text)) return "it is a systemd unit, which cloud-init has no type for";
  return "the first line has no marker that kubeboot knows, and the content is no Kubernetes manifest";
}
