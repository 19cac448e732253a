import { throwInvalidBlob, KubebootError } from "../errors.js";
import { finding } from "../findings/finding.js";
import type { MemorySource, Source, Stdin } from "../model.js";
import { loadMemory, loadStdin } from "./load-sources.js";
import { SourceLoader } from "./source-loader.js";

/** What {@link loadBlob} needs to know. */
export interface LoadBlobOptions {
  /** What `-` stands for. */
  stdin: Stdin | null;
  /** No more than this, and what is read to see that there is more, is read; in bytes. */
  maxBytes: number;
  /** Whether a pipe is read. Default: `true`. */
  pipes?: boolean;
}

/**
 * Reads one file, standard input or memory, whatever it holds.
 *
 * @param input a path, `-`, or what the caller holds
 * @throws {KubebootError} `usage` for `-` without `stdin`, `unreadable` for what can't be read, `invalid` for what is
 *   over the limit
 */
export async function loadBlob(
  input: string | Uint8Array | MemorySource,
  { stdin, maxBytes, pipes = true }: LoadBlobOptions,
): Promise<Source> {
  const loader = new SourceLoader({ maxBytes, pipes });
  if (input instanceof Uint8Array) loader.add("(memory)", input, null);
  else if (typeof input !== "string") loadMemory(input, loader);
  else if (input === "-") await loadStdin(input, stdin, loader);
  else {
    const stats = loader.stat(input);
    if (stats) loader.addFile(input, null, stats);
  }
  const [source] = loader.sources;
  if (source) return source;
  const tooLarge = loader.findings.find(({ code }) => code === "source-too-large");
  if (tooLarge) throwInvalidBlob(finding("blob-too-large", { path: tooLarge.path! }, { maxBytes }));
  throw new KubebootError("unreadable", "the blob can't be read", loader.findings);
}
