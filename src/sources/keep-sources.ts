import { realpathSync } from "node:fs";
import { basename, dirname } from "node:path";
import { KubebootError } from "../errors.js";
import { splitType } from "./split-type.js";

/**
 * Makes sure that the output replaces no source, and that an earlier one in a listed folder is not read as a source.
 *
 * @param inputs the sources as they were named, PATH or PATH:TYPE
 * @param excludes whether the caller leaves files out of folders
 * @throws {KubebootError} `usage` if the output is a source, also by another name
 */
export function keepSources(inputs: readonly string[], output: string, excludes: boolean): void {
  const file = resolvePath(output);
  if (file === null) return;
  for (const input of inputs) {
    const path = resolvePath(splitType(input).path);
    if (path === file) {
      throw new KubebootError("usage", `-o ${output} would replace the source ${input}: write to another file`);
    }
    if (path === dirname(file) && !excludes && !basename(file).startsWith(".")) {
      throw new KubebootError(
        "usage",
        `-o ${output} exists, and would be read as a source, because ${input} is listed: write to a file elsewhere, or add --exclude ${basename(file)}`,
      );
    }
  }
}

/** The path without links; null for what does not exist. */
function resolvePath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
