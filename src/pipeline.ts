import { addPartHandler } from "./arrange/add-part-handler.js";
import { arrangeParts } from "./arrange/arrange-parts.js";
import { makeParts } from "./arrange/make-parts.js";
import { renderPartHandler, settingsOf } from "./arrange/part-handler.js";
import { runChecks } from "./checks/index.js";
import { openArchives } from "./cloud-config/open-archives.js";
import { loadSchema } from "./cloud-config/load-schema.js";
import { validateConfigs } from "./cloud-config/validate-configs.js";
import { KubebootError } from "./errors.js";
import { hasErrors } from "./findings/finding.js";
import { mergeCovered } from "./findings/merge-covered.js";
import { applySuppressions, promoteWarnings } from "./findings/suppressions.js";
import { validateManifests } from "./kube/validate-manifests.js";
import type {
  Bundle,
  ExtractedBundle,
  Finding,
  LintResult,
  MemorySource,
  Part,
  PartChange,
  ReadBundle,
  Source,
  SourceInput,
  UpgradedManifests,
} from "./model.js";
import {
  DEFAULT_MAX_BYTES,
  resolveOptions,
  type BundleOptions,
  type ExtractOptions,
  type LintOptions,
  type ReadOptions,
  type ResolvedOptions,
  type UpgradeOptions,
} from "./options.js";
import { readAllowedCodes } from "./part/allow-comments.js";
import { loadBlob, loadSources } from "./sources/load-sources.js";
import { sniffTypes } from "./sources/sniff-types.js";
import { checkFit } from "./write/check-fit.js";
import { writeBlob } from "./write/write-blob.js";

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
 *
 * @example
 * const { bytes } = await createBundle(["web.yaml", "setup.sh"], { platform: "ec2" });
 */
export async function createBundle(inputs: readonly SourceInput[], options: BundleOptions = {}): Promise<Bundle> {
  const resolved = resolveOptions(options);
  const loaded = await loadSources(inputs, resolved.stdin);
  const prepared = await prepareParts(loaded.sources, resolved);
  const parts = await openArchives(prepared.input);
  const judge = (found: readonly Finding[]): Finding[] => judgeFindings(found, parts, resolved);
  const findings = judge([...loaded.findings, ...prepared.findings]);
  stopOnErrors(findings, { unreadable: hasErrors(loaded.findings) });
  const written = await writeBlob(prepared.arranged, resolved);
  findings.push(...judge(written.findings));
  stopOnErrors(findings);
  return { ...written, findings };
}

/**
 * Runs the checks alone. An input without a type that is a finished blob is checked by itself, part by part; all
 * others are checked as the sources of one blob.
 *
 * @param inputs as for {@link createBundle}, and blobs
 * @throws {KubebootError} `usage` without inputs, `unreadable` for sources or a schema that can't be read
 *
 * @example
 * const { findings } = await lintSources(["base.cfg", "setup.sh", "userdata"]);
 */
export async function lintSources(inputs: readonly SourceInput[], options: LintOptions = {}): Promise<LintResult> {
  const resolved = resolveOptions(options);
  const loaded = await loadSources(inputs, resolved.stdin);
  const { openBlobs } = await import("./read/open-blobs.js");
  const { blobs, sources } = await openBlobs(loaded.sources, DEFAULT_MAX_BYTES);
  const opened = [...blobs.values()];
  const prepared = await prepareParts(sources, resolved);
  const checked = prepared.findings;
  for (const { parts } of opened) checked.push(...(await runChecks({ input: parts, arranged: parts })));
  const parts = await openArchives([...prepared.input, ...opened.flatMap((blob) => blob.parts)]);
  const validated = await validateConfigs(parts, () => loadSchema(options.schema ?? "off"));
  validated.push(...(await validateManifests(parts)));
  const found = [...loaded.findings, ...opened.flatMap((blob) => blob.findings), ...mergeCovered(checked, validated)];
  found.push(...(await checkFit(prepared.arranged, blobs, resolved)));
  const findings = judgeFindings(found, parts, resolved);
  if (hasErrors(loaded.findings)) stopOnErrors(findings, { unreadable: true });
  const { listTexts } = await import("./read/list-texts.js");
  return { findings, texts: listTexts(loaded.sources, blobs) };
}

/**
 * Rewrites the v1beta1 objects of manifests as v1.
 *
 * @param inputs as for {@link createBundle}; manifests alone
 * @returns all objects as one manifest: the very bytes of a lone source that needs no upgrade
 * @throws {KubebootError} `usage` without inputs, `unreadable` for sources that can't be read, `invalid` for
 *   objects that v1beta1 or v1 refuses
 *
 * @example
 * const { bytes } = await upgradeManifests(["dbserver.yaml"], { format: "json" });
 */
export async function upgradeManifests(
  inputs: readonly SourceInput[],
  { format = "yaml", stdin }: UpgradeOptions = {},
): Promise<UpgradedManifests> {
  const resolved = resolveOptions({ stdin, check: false });
  const loaded = await loadSources(inputs, resolved.stdin);
  const prepared = await prepareParts(loaded.sources, resolved, keepParts);
  const { mergeUpgraded } = await import("./kube/upgrade/upgrade-parts.js");
  const { bytes, findings: found } = mergeUpgraded(prepared.input, format);
  const all = [...loaded.findings, ...prepared.findings, ...found];
  const findings = judgeFindings(all, prepared.input, resolved);
  stopOnErrors(findings, { unreadable: hasErrors(loaded.findings) });
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
 *
 * @example
 * const { parts } = await readBundle("userdata");
 */
export async function readBundle(
  input: string | Uint8Array | MemorySource,
  { maxBytes = DEFAULT_MAX_BYTES, stdin }: ReadOptions = {},
): Promise<ReadBundle> {
  const { path, content } = await loadBlob(input, { stdin: stdin ?? null, maxBytes });
  const { readBlob } = await import("./read/read-blob.js");
  return readBlob(content, { path, maxBytes });
}

/**
 * Writes the parts of a blob as files that hold their exact bytes: all of them, or none. Bundling the files by
 * their `source`, in order, gives the same parts; findings name what a file can't keep.
 *
 * @param input as for {@link readBundle}
 * @throws {KubebootError} as {@link readBundle} does, and `unreadable` for files that are there already or can't
 *   be written
 *
 * @example
 * const { files } = await extractBundle("userdata", { directory: "parts" });
 */
export async function extractBundle(
  input: string | Uint8Array | MemorySource,
  { directory, force = false, handler = false, ...options }: ExtractOptions,
): Promise<ExtractedBundle> {
  const bundle = await readBundle(input, options);
  const { omitPartHandler } = await import("./extract/omit-part-handler.js");
  const bundling = resolveOptions({});
  const settled = omitPartHandler(bundle.parts, {
    keep: handler,
    addPartHandler: (parts) => addPartHandler(parts, bundling),
  });
  const { extractParts } = await import("./extract/extract-parts.js");
  const { describeFiles } = await import("./extract/describe-files.js");
  const described = await describeFiles(extractParts(settled.parts, { directory, force }), sniffTypes);
  const findings = [...bundle.findings, ...settled.findings, ...described.findings];
  return { ...bundle, files: described.files, findings };
}

/**
 * The text of the part handler that bundles carry.
 *
 * @throws {KubebootError} `usage` for options that can't be
 */
export function createPartHandler(options: BundleOptions = {}): string {
  return renderPartHandler(settingsOf(resolveOptions(options)));
}

/** What became of each part from one blob to another: in the order of `before`, and behind them what appeared. */
export async function compareBundles(before: ReadBundle, after: ReadBundle): Promise<PartChange[]> {
  const { compareParts } = await import("./read/compare-parts.js");
  return compareParts(before.parts, after.parts);
}

/** What sources become on their way to a blob. */
interface PreparedParts {
  /** One part a source. */
  input: Part[];
  /** As the instance gets them. */
  arranged: Part[];
  findings: Finding[];
}

/** The front that bundling, checking and upgrading share. */
async function prepareParts(
  sources: readonly Source[],
  options: ResolvedOptions,
  arrange: typeof arrangeParts = arrangeParts,
): Promise<PreparedParts> {
  const sniffed = await sniffTypes(sources, options.defaultType);
  const input = makeParts(sniffed.sources);
  const arranged = await arrange(input, options);
  const checked = await runChecks({ input, arranged: arranged.parts }, { essentialOnly: !options.check });
  return { input, arranged: arranged.parts, findings: [...sniffed.findings, ...checked, ...arranged.findings] };
}

/** For parts that are arranged only when all are one manifest. */
const keepParts: typeof arrangeParts = async (parts) => ({ parts: [...parts], findings: [] });

/** Applies what comments in the parts allow, and `strict`: once, to whatever was found by whom. */
function judgeFindings(found: readonly Finding[], parts: readonly Part[], { strict }: ResolvedOptions): Finding[] {
  const left = applySuppressions(found, parts.flatMap(readAllowedCodes));
  return strict ? promoteWarnings(left) : left;
}

function stopOnErrors(findings: readonly Finding[], { unreadable = false } = {}): void {
  if (!hasErrors(findings)) return;
  throw new KubebootError(unreadable ? "unreadable" : "invalid", "the sources have errors", findings);
}
