import { statSync } from "node:fs";
import { KubebootError } from "../errors.js";

/**
 * Makes sure that the output replaces no source.
 *
 * @param sources the sources as they were named, PATH or PATH:TYPE
 * @throws {KubebootError} `usage` if the output is one of them, also by another name
 */
export function keepSources(sources: readonly string[], output: string): void {
  const written = identify(output);
  if (written === null) return;
  const replaced = sources.find((source) => (identify(source) ?? identify(source.replace(/:[^:]*$/, ""))) === written);
  if (replaced !== undefined) {
    throw new KubebootError("usage", `-o ${output} would replace the source ${replaced}: write to another file`);
  }
}

/** What tells a regular file from all others; null for everything else. */
function identify(path: string): string | null {
  try {
    const stats = statSync(path, { bigint: true });
    return stats.isFile() ? `${stats.dev}:${stats.ino}` : null;
  } catch {
    return null;
  }
}
