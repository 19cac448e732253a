import { addPartHandler } from "./arrange/add-part-handler.js";
import { renderPartHandler, settingsOf } from "./arrange/part-handler.js";
import { bundleSources } from "./bundle-sources.js";
import { checkSources } from "./check-inputs.js";
import { stopOnErrors } from "./errors.js";
import { hasErrors } from "./findings/finding.js";
import type {
  Bundle,
  ExtractedBundle,
  LintResult,
  MemorySource,
  PartChange,
  ReadBundle,
  SourceInput,
  UpgradedManifests,
} from "./model.js";
import {
  DEFAULT_MAX_BYTES,
  type BundleOptions,
  type ExtractOptions,
  type LintOptions,
  type ReadOptions,
  type UpgradeOptions,
} from "./options.js";
import { resolveOptions } from "./resolve-options.js";
import { judgeFindings } from "./part/judge-findings.js";
import { keepParts, prepareParts } from "./prepare-parts.js";
import { loadBlob } from "./sources/load-blob.js";
import { loadSources } from "./sources/load-sources.js";
import { isFleet } from "./sources/is-fleet.js";
import { readSources } from "./sources/read-sources.js";
import { sniffTypes } from "./sources/sniff-types.js";

export { keepSources } from "./sources/keep-sources.js";

/**
 * Turns sources into one user-data blob.
 *
 * The same sources and options give the same bytes on every machine. Relative paths start at the working directory.
 * Nothing is written to disk.
 *
 * @param inputs - the sources, in the order in which the instance gets them
 * @param options - how the blob is made
 * @returns the blob, its parts, and warnings and notes
 * @throws {@link KubebootError} with the code `usage` for invalid options or inputs, such as an empty list;
 *   `unreadable` for sources that can't be read; `invalid` for errors in the content, and for a blob that does not fit
 *   the platform. Every source is read and checked before it is thrown.
 *
 * @example
 * ```js
 * import { writeFile } from "node:fs/promises";
 * import { createBundle } from "kubeboot";
 *
 * const report = { name: "report.sh", content: "#!/bin/sh\nuptime\n" };
 * const { bytes, findings } = await createBundle(["web.cfg", "install-k3s.sh", report], { platform: "ec2" });
 * for (const { severity, path, message } of findings) console.error(`${path ?? "blob"}: ${severity}: ${message}`);
 * await writeFile("userdata", bytes, { mode: 0o600 });
 * ```
 */
export async function createBundle(inputs: readonly SourceInput[], options: BundleOptions = {}): Promise<Bundle> {
  const resolved = resolveOptions(options);
  return bundleSources(await readSources(inputs, resolved), resolved);
}

/**
 * Checks sources and finished blobs. Errors are part of the result and are not thrown.
 *
 * An input without a declared type that is a finished blob is checked by itself, part by part; all other inputs are
 * checked as the sources of one blob. A description of a fleet, alone, is checked with the sources of each node.
 *
 * @param inputs - sources as for {@link createBundle}, and blobs
 * @param options - how the inputs are checked; their size only with `platform`
 * @returns all findings, and the texts that their lines and columns are in
 * @throws {@link KubebootError} with the code `usage` for invalid options or inputs, such as an empty list;
 *   `unreadable` for inputs or a schema that can't be read.
 *
 * @example
 * ```js
 * import { lintSources } from "kubeboot";
 *
 * const { findings } = await lintSources(["broken.cfg", "install-k3s.sh"], { platform: "ec2" });
 * const errors = findings.filter(({ severity }) => severity === "error");
 * for (const { path, line, message, hint } of errors) console.log(`${path}:${line ?? 1}: ${message}; ${hint}`);
 * ```
 */
export async function lintSources(inputs: readonly SourceInput[], options: LintOptions = {}): Promise<LintResult> {
  const resolved = resolveOptions(options);
  const sources = await readSources(inputs, resolved);
  if (isFleet(sources)) {
    const { lintFleet } = await import("./lint-fleet.js");
    return lintFleet(sources.sources[0]!.path, options);
  }
  const { loaded, blobs, findings } = await checkSources(sources, resolved, options);
  const { listTexts } = await import("./read/list-texts.js");
  return { findings, texts: listTexts(loaded, blobs) };
}

/**
 * Rewrites the objects of v1beta1, v1beta2 and v1beta3 in Kubernetes manifests as v1.
 *
 * @param inputs - sources as for {@link createBundle}, all of them manifests
 * @param options - the format of the result
 * @returns all objects in one manifest; for a single source that needs no upgrade, its exact bytes
 * @throws {@link KubebootError} with the code `usage` for invalid inputs, such as an empty list; `unreadable` for
 *   sources that can't be read; `invalid` for a source that is not a manifest, and for objects that are not valid in
 *   their version or v1.
 *
 * @example
 * ```js
 * import { upgradeManifests } from "kubeboot";
 *
 * const content = "kind: Service\napiVersion: v1beta1\nid: web\nport: 80\nselector: {app: web}\n";
 * const { bytes, findings } = await upgradeManifests([{ name: "web.yaml", content }], { format: "json" });
 * console.log(new TextDecoder().decode(bytes), findings.length);
 * ```
 */
export async function upgradeManifests(
  inputs: readonly SourceInput[],
  options: UpgradeOptions = {},
): Promise<UpgradedManifests> {
  const { format = "yaml", stdin } = options;
  const resolved = resolveOptions({ stdin, check: false }, "upgrade");
  const loaded = await loadSources(inputs, { ...resolved, pipes: true, isFixed: true });
  const prepared = await prepareParts(loaded.sources, resolved, keepParts);
  const { mergeUpgraded } = await import("./kube/upgrade/upgrade-parts.js");
  const { bytes, findings: found } = mergeUpgraded(prepared.input, format);
  const all = [...loaded.findings, ...prepared.findings, ...found];
  const findings = judgeFindings(all, prepared.input, resolved);
  stopOnErrors(findings, { unreadable: hasErrors(loaded.findings) });
  return { bytes, findings };
}

/**
 * Reads any user-data blob: a multipart MIME message of any tool, a single text with a marker such as `#!` or
 * `#cloud-config`, or a cloud-config archive, under up to four layers of gzip and base64 in any order.
 *
 * Blobs from strangers are safe to read: sizes, layers, nesting and the number of parts are limited.
 *
 * @param input - a path, `-`, or the blob in memory
 * @param options - limits
 * @returns the layers, the message, and the parts as cloud-init gets them
 * @throws {@link KubebootError} with the code `usage` for `-` without the option `stdin`; `unreadable` for a file that
 *   can't be read; `invalid` for a blob that is damaged, over a limit, or not user-data.
 *
 * @example
 * ```js
 * import { createBundle, readBundle } from "kubeboot";
 *
 * const { bytes } = await createBundle(["web.cfg", "install-k3s.sh"], { gzip: true });
 * const { parts, layers } = await readBundle(bytes);
 * console.log(layers, parts.map(({ type, filename }) => `${type} ${filename}`));
 * ```
 */
export async function readBundle(
  input: string | Uint8Array | MemorySource,
  options: ReadOptions = {},
): Promise<ReadBundle> {
  const { maxBytes = DEFAULT_MAX_BYTES, stdin } = options;
  const { path, content } = await loadBlob(input, { stdin: stdin ?? null, maxBytes });
  const { readBlob } = await import("./read/read-blob.js");
  return readBlob(content, { path, maxBytes, strictMime: false });
}

/**
 * Writes each part of a blob as a file with its exact bytes, readable only by its owner. If one file can't be written,
 * none is.
 *
 * {@link createBundle} with the `source` of every file, in order, makes a blob with the same parts. Findings name
 * whatever a file can't hold, such as a header.
 *
 * @param input - a path, `-`, or the blob in memory
 * @param options - where the files are written
 * @returns what {@link readBundle} returns, and the files
 * @throws {@link KubebootError} as {@link readBundle} does, and with the code `unreadable` for files that exist or
 *   can't be written.
 *
 * @example
 * ```js
 * import { createBundle, extractBundle } from "kubeboot";
 *
 * const { bytes } = await createBundle(["web.cfg", "install-k3s.sh"]);
 * const { files } = await extractBundle(bytes, { directory: "parts", force: true });
 * for (const { path, source, part } of files) console.log(path, source, part.content.length);
 * ```
 */
export async function extractBundle(
  input: string | Uint8Array | MemorySource,
  options: ExtractOptions,
): Promise<ExtractedBundle> {
  const { directory, force = false, handler = false, ...reading } = options;
  const bundle = await readBundle(input, reading);
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
 * The text of the part handler that bundles contain, with its settings.
 *
 * @throws {KubebootError} `usage` for invalid options
 */
export function createPartHandler(options: BundleOptions = {}): string {
  return renderPartHandler(settingsOf(resolveOptions(options)));
}

/** What changed about each part from one blob to another: in the order of `before`, then the parts that are new. */
export async function compareBundles(before: ReadBundle, after: ReadBundle): Promise<PartChange[]> {
  const { compareParts } = await import("./read/compare-parts.js");
  return compareParts(before.parts, after.parts);
}
