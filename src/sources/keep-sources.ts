import { closeSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { KubebootError } from "../errors.js";
import { findMarker } from "../part/content-types.js";
import { splitType } from "./split-type.js";

/**
 * Makes sure that the output replaces no source, nor a file that could be one, such as the first source behind an `-o`
 * without a name, and that an earlier one in a listed folder is not read as a source.
 *
 * @param inputs the sources as they were named, PATH or PATH:TYPE
 * @param excludes whether the caller leaves files out of folders
 * @throws {KubebootError} `usage` if the output is a source, also by another name, or could be one
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
  const found = findSign(file);
  if (found !== null) {
    throw new KubebootError(
      "usage",
      `-o ${output} would replace a file with \`${found}\`, which is no blob: name the blob behind -o, or delete the file`,
    );
  }
}

/** What the file begins with if it is no blob; null also for a pipe, a device, and what can't be read. */
function findSign(file: string): string | null {
  const head = readHead(file);
  return findMarker(head)?.marker ?? (MANIFEST.test(head) ? "apiVersion" : null);
}

/** Below comments and separators; or JSON. */
const MANIFEST = /^(?:(?:---|#.*)?[ \t\r]*\n)*(?:apiVersion|kind):|^\s*\{[^]*?"apiVersion"/;

function readHead(file: string): string {
  try {
    if (!statSync(file).isFile()) return "";
    const descriptor = openSync(file, "r");
    try {
      const head = Buffer.alloc(4096);
      return head.toString("utf8", 0, readSync(descriptor, head));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return "";
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
