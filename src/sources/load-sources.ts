/** SourceInput[] → Source[]: reads files, folders, standard input and memory; a URL becomes an include part. */
import { readdirSync, readFileSync, statSync, lstatSync, type Stats } from "node:fs";
import { basename, join, resolve } from "node:path";
import { isContentType } from "../part/content-types.js";
import { findNearType } from "../part/find-near-type.js";
import { KubebootError, describeSystemError, throwInvalidBlob } from "../errors.js";
import { finding } from "../findings/finding.js";
import type { Finding, MemorySource, Source, SourceInput, Stdin } from "../model.js";

/** What came of reading: every source that could be read, and a finding for each that could not. */
export interface LoadedSources {
  sources: Source[];
  findings: Finding[];
}

/**
 * Reads all inputs, in order. Files are read one after the other and synchronously: at the size of
 * user-data that costs less than a thread pool.
 *
 * @param stdin what `-` stands for
 * @throws {KubebootError} `usage` without inputs, when standard input is listed twice, or listed without `stdin`, or a
 *   source in memory has no name
 */
export async function loadSources(inputs: readonly SourceInput[], stdin: Stdin | null): Promise<LoadedSources> {
  if (inputs.length === 0) throw new KubebootError("usage", "no sources: list at least one file");
  const loaded: LoadedSources = { sources: [], findings: [] };
  if (inputs.filter(isStdin).length > 1) {
    throw new KubebootError("usage", "standard input (-) can be listed only once");
  }
  for (const input of inputs) {
    if (typeof input !== "string") loadMemory(input, loaded);
    else if (isStdin(input)) await loadStdin(input, stdin, loaded);
    else if (/^https?:\/\//i.test(input)) loadUrl(input, loaded);
    else loadPath(input, loaded);
  }
  loaded.findings.push(...findRepeated(loaded.sources));
  return loaded;
}

/** What {@link loadBlob} needs to know. */
export interface LoadBlobOptions {
  /** What `-` stands for. */
  stdin: Stdin | null;
  /** No more than this, and what is read to see that there is more, is read; in bytes. */
  maxBytes: number;
}

/**
 * Reads one file, standard input or memory, whatever it holds.
 *
 * @param input a path, `-`, or what the caller holds
 * @throws {KubebootError} `usage` for `-` without `stdin`, `unreadable` for what can't be read, `invalid` for a
 *   file over the limit
 */
export async function loadBlob(
  input: string | Uint8Array | MemorySource,
  { stdin, maxBytes }: LoadBlobOptions,
): Promise<Source> {
  const loaded: LoadedSources = { sources: [], findings: [] };
  if (input instanceof Uint8Array) addSource("(memory)", input, null, loaded);
  else if (typeof input !== "string") loadMemory(input, loaded);
  else if (input === "-") await loadStdin(input, stdin, loaded, maxBytes);
  else {
    const stats = statSource(input, loaded);
    if (stats && stats.size > maxBytes) throwInvalidBlob(finding("blob-too-large", { path: input }, { maxBytes }));
    if (stats) loadFile(input, null, stats, loaded);
  }
  const [source] = loaded.sources;
  if (source) return source;
  throw new KubebootError("unreadable", "the blob can't be read", loaded.findings);
}

function isStdin(input: SourceInput): boolean {
  return typeof input === "string" && /^-(:|$)/.test(input);
}

function loadMemory({ name, content, type }: MemorySource, loaded: LoadedSources): void {
  if (basename(name) === "") {
    throw new KubebootError("usage", "a source in memory needs a name: the part's filename");
  }
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  addSource(name, bytes, type ?? null, loaded);
}

async function loadStdin(
  input: string,
  stdin: Stdin | null,
  loaded: LoadedSources,
  maxBytes = Infinity,
): Promise<void> {
  if (stdin === null) throw new KubebootError("usage", "standard input (-) is listed, but there is none");
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) break;
    }
  } catch (error) {
    addUnreadable("-", error, loaded);
    return;
  }
  const type = input === "-" ? null : input.slice("-:".length);
  addSource("-", Buffer.concat(chunks), type, loaded, "stdin");
}

/** cloud-init reads one URL a line below the marker (user_data.py, _do_include). */
function loadUrl(url: string, loaded: LoadedSources): void {
  if (!URL.canParse(url)) {
    loaded.findings.push(finding("source-unreadable", { path: url }, { reason: "not a valid URL" }));
    return;
  }
  const { hostname, pathname } = new URL(url);
  addSource(url, Buffer.from(`#include\n${url}\n`), "text/x-include-url", loaded, basename(pathname) || hostname);
}

/** A file whose literal name has a colon wins over the PATH:TYPE reading. */
function loadPath(input: string, loaded: LoadedSources): void {
  const colon = input.lastIndexOf(":");
  const literal = colon <= 0 || hasEntry(input);
  const path = literal ? input : input.slice(0, colon);
  const type = literal ? null : input.slice(colon + 1);
  const stats = statSource(path, loaded);
  if (stats?.isDirectory()) loadFolder(path, type, loaded);
  else if (stats) loadFile(path, type, stats, loaded);
}

function loadFolder(folder: string, type: string | null, loaded: LoadedSources): void {
  const names = attempt(folder, loaded, () => readdirSync(folder));
  if (!names) return;
  const visible = names.filter((name) => !name.startsWith(".")).toSorted();
  let files = 0;
  for (const path of visible.map((name) => join(folder, name))) {
    const stats = statSource(path, loaded);
    if (stats?.isDirectory()) {
      loaded.findings.push(finding("folder-nested", { path }));
      continue;
    }
    files += 1;
    if (stats) loadFile(path, type, stats, loaded);
  }
  if (files === 0) loaded.findings.push(finding("folder-empty", { path: folder }));
}

function loadFile(path: string, type: string | null, stats: Stats, loaded: LoadedSources): void {
  if (!stats.isFile()) {
    loaded.findings.push(finding("source-special", { path }, { kind: kindOf(stats) }));
    return;
  }
  const content = attempt(path, loaded, () => readFileSync(path));
  if (content) addSource(path, content, type, loaded);
}

function addSource(
  path: string,
  content: Uint8Array,
  declared: string | null,
  loaded: LoadedSources,
  filename = basename(path),
): void {
  const type = declared === null ? null : expandType(declared);
  if (type !== null && !isContentType(type)) {
    loaded.findings.push(finding("type-illegal", { path }, { type: declared!, nearest: findNearType(declared!) }));
    return;
  }
  loaded.sources.push({ path, filename, content, type });
}

/** The short form `x-shellscript-per-boot` means `text/x-shellscript-per-boot`. */
function expandType(type: string): string {
  const lower = type.toLowerCase();
  return lower.includes("/") ? lower : `text/${lower}`;
}

function statSource(path: string, loaded: LoadedSources): Stats | null {
  const stats = attempt(path, loaded, () => statEntry(path) ?? "missing");
  if (stats !== "missing") return stats;
  loaded.findings.push(finding(hasEntry(path) ? "source-dangling" : "source-missing", { path }));
  return null;
}

/** Newer Nodes take a path that goes through a file for missing, older ones throw. */
function statEntry(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Whether there is anything of that name, be it a link to nothing. A name that can't be has no entry. */
function hasEntry(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The result of `read`, or null and a finding that says what the system said. */
function attempt<Result>(path: string, loaded: LoadedSources, read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    addUnreadable(path, error, loaded);
    return null;
  }
}

function addUnreadable(path: string, error: unknown, loaded: LoadedSources): void {
  const reason = describeSystemError(error as Error);
  loaded.findings.push(finding("source-unreadable", { path }, { reason }));
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return "named pipe";
  if (stats.isSocket()) return "socket";
  return stats.isDirectory() ? "folder" : "device";
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
