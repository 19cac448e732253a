import { KubebootError } from "../errors.js";
import type { MemorySource, Source, Stdin } from "../model.js";
import { loadMemory, loadStdin } from "./load-sources.js";
import { SourceLoader, type ReadingLimits } from "./source-loader.js";

/** What {@link loadInput} needs to know. */
export interface LoadInputOptions extends ReadingLimits {
  /** What `-` stands for. */
  stdin: Stdin | null;
  /** What is read, for messages. */
  name: string;
}

/** The limits of a file beside the sources, which no option sets: 16 MiB. */
export const ADDITION = { stdin: null, maxBytes: 16 * 1024 * 1024, isFixed: true, hasDash: false } as const;

/**
 * Reads one file, standard input or memory, whatever it holds.
 *
 * @param input a path, `-`, or what the caller holds
 * @throws {KubebootError} `usage` for `-` where it stands for nothing, `unreadable` for what can't be read, or is over the
 *   limit
 */
export async function loadInput(
  input: string | Uint8Array | MemorySource,
  { stdin, name, ...limits }: LoadInputOptions,
): Promise<Source> {
  const loader = new SourceLoader(limits);
  if (input instanceof Uint8Array) loader.add("(memory)", input, null);
  else if (typeof input !== "string") loadMemory(input, loader);
  else if (input === "-" && limits.hasDash === false) {
    throw new KubebootError("usage", `${name} can't come from standard input (-): name a file`);
  } else if (input === "-") await loadStdin(input, stdin, loader);
  else {
    const stats = loader.stat(input);
    if (stats) loader.addFile(input, null, stats);
  }
  const [source] = loader.sources;
  if (source) return source;
  throw new KubebootError("unreadable", `${name} can't be read`, loader.findings);
}
