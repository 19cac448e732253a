import { arrangeParts, omitPartHandler } from "./arrange/arrange-parts.js";
import { runChecks } from "./checks/index.js";
import { validateConfigs } from "./cloud-config/validate-configs.js";
import { writeBlob } from "./write/write-blob.js";
import { KubebootError } from "./errors.js";
import { hasErrors, promoteWarnings } from "./findings/finding.js";
import { validateManifests } from "./kube/validate-manifests.js";
import { loadSchema } from "./cloud-config/load-schema.js";
import type {
  Bundle,
  ExtractedBundle,
  Finding,
  LintedText,
  LintResult,
  MemorySource,
  ReadBundle,
  ReadPart,
  Source,
  SourceInput,
} from "./model.js";
import { resolveOptions, type BundleOptions } from "./options.js";
import { makeParts } from "./arrange/make-parts.js";
import { sniffTypes } from "./sources/sniff-types.js";
import { loadBlob, loadSources } from "./sources/load-sources.js";

export type { BundleOptions } from "./options.js";

/** What {@link upgradeManifests} can be told. */
export interface UpgradeOptions {
  /** How the result is written; v1 documents stay as they are in YAML. */
  format?: "yaml" | "json";
  /** What the source `-` stands for. */
  stdin?: AsyncIterable<Uint8Array> | null;
}

/** What {@link lintSources} can be told. */
export interface LintOptions {
  /** The content type of sources that nothing else decides. */
  defaultType?: string;
  /** Makes warnings errors. */
  strict?: boolean;
  /**
   * cloud-init's JSON schema for cloud-config: a path, a URL, `auto` for that of an installed cloud-init if
   * there is one, or `off`. When absent, `off`: what is found does not depend on the machine then.
   */
  schema?: string;
  /** What the source `-` stands for. */
  stdin?: AsyncIterable<Uint8Array>;
}

/** What {@link readBundle} can be told. */
export interface ReadOptions {
  /** The most bytes that the blob may have, as it is and unpacked; 64 MiB when absent. */
  maxBytes?: number;
  /** What the input `-` stands for. */
  stdin?: AsyncIterable<Uint8Array>;
}

/** What {@link extractBundle} can be told. */
export interface ExtractOptions extends ReadOptions {
  /** The folder for the files; made where it is missing. */
  directory: string;
  /** Replaces files that are there already. */
  force?: boolean;
  /** Writes kubeboot's part handler also where bundling the other files adds it again. */
  handler?: boolean;
}

/** What became of the manifests. */
export interface UpgradedManifests {
  bytes: Uint8Array;
  /** Warnings and notes; errors are thrown. */
  findings: Finding[];
}

/**
 * Turns sources into one user-data blob.
 *
 * The same sources and options give the same bytes on every machine. Nothing is written and no process
 * state is read; paths are relative to the working directory.
 *
 * @param inputs paths, folders, `PATH:TYPE`, `-`, URLs, or content held in memory; in the order in which
 *   the instance gets them
 * @throws {KubebootError} `usage` for options that can't be, `unreadable` for sources that can't be read,
 *   `invalid` for content that would not work; its findings tell all that was found
 */
export async function createBundle(inputs: readonly SourceInput[], options: BundleOptions = {}): Promise<Bundle> {
  const resolved = resolveOptions(options);
  if (inputs.length === 0) throw new KubebootError("usage", "no sources: list at least one file");
  const loaded = await loadSources(inputs, resolved.stdin);
  const sniffed = await sniffTypes(loaded.sources, resolved.defaultType);
  const input = makeParts(sniffed.sources);
  const arranged = await arrangeParts(input, resolved);
  const checked = await runChecks({ input, arranged: arranged.parts }, { essentialOnly: !resolved.check });
  const judge = (found: Finding[]): Finding[] => (resolved.strict ? promoteWarnings(found) : found);
  const findings = judge([...loaded.findings, ...sniffed.findings, ...checked, ...arranged.findings]);
  stopOnErrors(loaded.findings, "unreadable", findings);
  stopOnErrors(findings, "invalid", findings);
  const written = await writeBlob(arranged.parts, resolved);
  const all = [...findings, ...judge(written.findings)];
  stopOnErrors(all, "invalid", all);
  return { ...written, findings: all };
}

/**
 * Rewrites the v1beta1 objects of manifests as v1.
 *
 * @param inputs as for {@link createBundle}; manifests alone
 * @returns all objects as one manifest: the very bytes of a lone source that needs no upgrade
 * @throws {KubebootError} `usage` without inputs, `unreadable` for sources that can't be read, `invalid` for
 *   objects that v1beta1 or v1 refuses
 */
export async function upgradeManifests(
  inputs: readonly SourceInput[],
  { format = "yaml", stdin = null }: UpgradeOptions = {},
): Promise<UpgradedManifests> {
  if (inputs.length === 0) throw new KubebootError("usage", "no manifests: list at least one file");
  const loaded = await loadSources(inputs, stdin);
  stopOnErrors(loaded.findings, "unreadable", loaded.findings);
  const sniffed = await sniffTypes(loaded.sources, null);
  const { mergeUpgraded } = await import("./kube/upgrade/upgrade-parts.js");
  const parts = makeParts(sniffed.sources);
  const checked = await runChecks({ input: parts, arranged: parts }, { essentialOnly: true });
  const { bytes, findings: found } = mergeUpgraded(parts, format);
  const findings = [...loaded.findings, ...sniffed.findings, ...checked, ...found];
  stopOnErrors(findings, "invalid", findings);
  return { bytes, findings };
}

/**
 * Takes a blob apart, whoever made it: multipart MIME, one text with a marker, or a cloud-config archive;
 * under gzip and base64, up to four layers in any order.
 *
 * @param input a path, `-`, or content held in memory
 * @returns the parts as cloud-init takes them, beside what their headers declare
 * @throws {KubebootError} `usage` for `-` without `stdin`, `unreadable` for what can't be read, `invalid` for
 *   what is broken, over the limit, or nothing that cloud-init knows
 */
export async function readBundle(
  input: string | Uint8Array | MemorySource,
  { maxBytes = DEFAULT_MAX_BYTES, stdin }: ReadOptions = {},
): Promise<ReadBundle> {
  const { path, content } = await loadBlob(input, { stdin: stdin ?? null, maxBytes });
  const { decodeBlob } = await import("./read/decode-blob.js");
  const { bytes: message, layers } = await decodeBlob(content, { path, maxBytes });
  const { parseMessage } = await import("./read/parse-message.js");
  const { parts, findings } = await parseMessage(message, { path, maxBytes });
  return { bytes: content, layers, message, parts, findings };
}

/** What a blob that nobody vouches for may have: 64 MiB. */
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/**
 * Writes the parts of a blob as files that hold their exact bytes: all of them, or none. Bundling the files by
 * their `source`, in order, gives the same parts; findings name what a file can't keep.
 *
 * @param input as for {@link readBundle}
 * @throws {KubebootError} as {@link readBundle} does, and `unreadable` for files that are there already or can't
 *   be written
 */
export async function extractBundle(
  input: string | Uint8Array | MemorySource,
  { directory, force = false, handler = false, ...options }: ExtractOptions,
): Promise<ExtractedBundle> {
  const bundle = await readBundle(input, options);
  const settled = omitPartHandler(bundle.parts, { keep: handler });
  const { extractParts } = await import("./extract/extract-parts.js");
  const { describeFiles } = await import("./extract/describe-files.js");
  const described = await describeFiles(extractParts(settled.parts, { directory, force }));
  const findings = [...bundle.findings, ...settled.findings, ...described.findings];
  return { ...bundle, files: described.files, findings };
}

/**
 * Runs the checks alone. An input without a type that is a finished blob is checked by itself, part by part; all
 * others are checked as the sources of one blob.
 *
 * @param inputs as for {@link createBundle}, and blobs
 * @throws {KubebootError} `usage` without inputs, `unreadable` for sources or a schema that can't be read
 */
export async function lintSources(inputs: readonly SourceInput[], options: LintOptions = {}): Promise<LintResult> {
  const resolved = resolveOptions(options);
  if (inputs.length === 0) throw new KubebootError("usage", "no sources: list at least one file");
  const loaded = await loadSources(inputs, resolved.stdin);
  stopOnErrors(loaded.findings, "unreadable", loaded.findings);
  const blobs = await openBlobs(loaded.sources);
  const sources = loaded.sources.filter((source) => !blobs.has(source));
  const sniffed = await sniffTypes(sources, resolved.defaultType);
  const input = makeParts(sniffed.sources);
  const arranged = await arrangeParts(input, resolved);
  const checked = await runChecks({ input, arranged: arranged.parts });
  for (const { parts } of blobs.values()) checked.push(...(await runChecks({ input: parts, arranged: parts })));
  const parts = [...input, ...[...blobs.values()].flatMap((blob) => blob.parts)];
  const validated = await validateConfigs(parts, checked, () => loadSchema(options.schema ?? "off"));
  validated.push(...(await validateManifests(parts, checked)));
  const read = [...blobs.values()].flatMap((blob) => blob.findings);
  const findings = [...loaded.findings, ...sniffed.findings, ...read, ...checked, ...validated, ...arranged.findings];
  return {
    findings: resolved.strict ? promoteWarnings(findings) : findings,
    texts: loaded.sources.flatMap((source) => blobs.get(source)?.parts.map(textOfPart) ?? textOfSource(source)),
  };
}

/** What came of reading a blob. */
type OpenedBlob = Pick<ReadBundle, "parts" | "findings">;

/** Those of the sources that are blobs; one that is broken has findings alone. */
async function openBlobs(sources: readonly Source[]): Promise<Map<Source, OpenedBlob>> {
  const { looksLikeBlob } = await import("./read/decode-blob.js");
  const blobs = sources.filter(({ type, content }) => type === null && looksLikeBlob(content));
  return new Map(await Promise.all(blobs.map(async (source) => [source, await openBlob(source)] as const)));
}

async function openBlob({ path, content }: Source): Promise<OpenedBlob> {
  try {
    return await readBundle({ name: path, content });
  } catch (error) {
    if (!(error instanceof KubebootError)) throw error;
    return { parts: [], findings: error.findings as Finding[] };
  }
}

function textOfSource({ path, filename, content }: Source): LintedText[] {
  return [{ path, part: null, filename, content }];
}

function textOfPart({ path, number, filename, content }: ReadPart): LintedText {
  return { path: path ?? "", part: number, filename, content };
}

function stopOnErrors(found: readonly Finding[], code: "unreadable" | "invalid", all: readonly Finding[]): void {
  if (hasErrors(found)) throw new KubebootError(code, "the sources have errors", all);
}
