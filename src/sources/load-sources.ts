/** SourceInput[] → Source[]: reads files, folders, standard input and memory; a URL becomes an include part. */
import { basename, resolve } from "node:path";
import { KubebootError } from "../errors.js";
import { finding } from "../findings/finding.js";
import type { Finding, MemorySource, Source, SourceInput, Stdin } from "../model.js";
import type { ExcludedNames } from "./excluded-names.js";
import { SourceLoader, type ReadingLimits } from "./source-loader.js";
import { splitType } from "./split-type.js";

/** What came of reading: every source that could be read, and a finding for each that could not. */
export interface LoadedSources {
  sources: Source[];
  findings: Finding[];
}

/** What {@link loadSources} needs to know. */
export interface LoadSourcesOptions extends ReadingLimits {
  /** What `-` stands for. */
  stdin: Stdin | null;
  /** Patterns of names that are not wanted from folders. Default: none. */
  exclude?: readonly string[];
}

/**
 * Reads all inputs, in order. Files are read one after the other and synchronously: at the size of
 * user-data that costs less than a thread pool.
 *
 * @throws {KubebootError} `usage` without inputs, when standard input is listed twice, or listed without `stdin`, or a
 *   source in memory has no name
 */
export async function loadSources(
  inputs: readonly SourceInput[],
  { stdin, exclude = [], ...limits }: LoadSourcesOptions,
): Promise<LoadedSources> {
  if (inputs.length === 0) throw new KubebootError("usage", "no sources: list at least one file");
  if (inputs.filter(isStdin).length > 1) {
    throw new KubebootError("usage", "standard input (-) can be listed only once");
  }
  const excluded = exclude.length === 0 ? null : await makeExcluded(exclude);
  const loader = new SourceLoader(limits);
  for (const input of inputs) {
    if (typeof input !== "string") loadMemory(input, loader);
    else if (isStdin(input)) await loadStdin(input, stdin, loader);
    else if (/^https?:\/\//i.test(input)) loadUrl(input, loader);
    else await loadPath(input, excluded, loader);
  }
  const { sources, findings } = loader;
  return { sources, findings: [...findings, ...findRepeated(sources), ...(excluded?.findUnused() ?? [])] };
}

async function makeExcluded(globs: readonly string[]): Promise<ExcludedNames> {
  return new (await import("./excluded-names.js")).ExcludedNames(globs);
}

function isStdin(input: SourceInput): boolean {
  return typeof input === "string" && /^-(:|$)/.test(input);
}

/**
 * Adds what the caller holds, whatever its size.
 *
 * @throws {KubebootError} `usage` for one without a name
 */
export function loadMemory({ name, content, type }: MemorySource, loader: SourceLoader): void {
  if (basename(name) === "") {
    throw new KubebootError("usage", "a source in memory needs a name: the part's filename");
  }
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  loader.add(name, bytes, type ?? null);
}

/**
 * Adds standard input.
 *
 * @param input `-` or `-:TYPE`
 * @throws {KubebootError} `usage` where there is none
 */
export async function loadStdin(input: string, stdin: Stdin | null, loader: SourceLoader): Promise<void> {
  if (stdin === null) throw new KubebootError("usage", "standard input (-) is listed, but there is none");
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > loader.limits.maxBytes) return loader.addTooLarge("-");
    }
  } catch (error) {
    return loader.addUnreadable("-", error);
  }
  const type = input === "-" ? null : input.slice("-:".length);
  loader.add("-", Buffer.concat(chunks), type, "stdin");
}

/** cloud-init reads one URL a line below the marker (user_data.py, _do_include). */
function loadUrl(url: string, loader: SourceLoader): void {
  if (!URL.canParse(url)) {
    loader.findings.push(finding("source-unreadable", { path: url }, { reason: "not a valid URL" }));
    return;
  }
  const { hostname, pathname } = new URL(url);
  loader.add(url, Buffer.from(`#include\n${url}\n`), "text/x-include-url", basename(pathname) || hostname);
}

async function loadPath(input: string, excluded: ExcludedNames | null, loader: SourceLoader): Promise<void> {
  const { path, type } = splitType(input);
  const stats = loader.stat(path);
  if (stats?.isDirectory()) {
    const { loadFolder } = await import("./load-folder.js");
    loadFolder({ folder: path, type, excluded }, loader);
  } else if (stats) loader.addFile(path, type, stats);
}

/**
 * Says which sources are listed more than once. What is held in memory may share a name with something else: only the
 * same content makes it the same.
 */
export function findRepeated(sources: readonly Source[]): Finding[] {
  const seen = new Map<string, Uint8Array[]>();
  const repeated = sources.filter(({ path, content }) => {
    const key = /^https?:/i.test(path) ? path : resolve(path);
    const earlier = seen.get(key) ?? [];
    seen.set(key, [...earlier, content]);
    return earlier.some((other) => Buffer.compare(other, content) === 0);
  });
  return repeated.map(({ path }) => finding("source-repeated", { path }));
}
