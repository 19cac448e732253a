import { realpathSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { KubebootError } from "../errors.js";

/**
 * Makes sure that the output replaces no source, and that an earlier one in a listed folder is not read as a source.
 *
 * @param sources the sources as they were named, PATH or PATH:TYPE
 * @param excludes whether the caller leaves files out of folders
 * @throws {KubebootError} `usage` if the output is a source, also by another name
 */
export function keepSources(sources: readonly string[], output: string, excludes: boolean): void {
  const written = identify(output);
  if (written === null) return;
  const replaced = sources.find((source) => pathsOf(source).some((path) => identify(path) === written));
  if (replaced !== undefined) {
    throw new KubebootError("usage", `-o ${output} would replace the source ${replaced}: write to another file`);
  }
  const folder = realpathSync(dirname(output));
  const read = sources.find((source) => pathsOf(source).some((path) => resolveFolder(path) === folder));
  if (read === undefined || excludes || basename(output).startsWith(".")) return;
  throw new KubebootError(
    "usage",
    `-o ${output} exists, and would be read as a source, because ${read} is listed: write to a file elsewhere, or add --exclude ${basename(output)}`,
  );
}

function pathsOf(source: string): string[] {
  return [source, source.replace(/:[^:]*$/, "")];
}

function resolveFolder(path: string): string | null {
  try {
    return statSync(path).isDirectory() ? realpathSync(path) : null;
  } catch {
    return null;
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
