/** ReadPart[] → files in a folder: all of them, or none. */
import { randomBytes } from "node:crypto";
import { closeSync, lstatSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KubebootError, describeSystemError } from "../errors.js";
import { finding } from "../findings/finding.js";
import { makeFolders } from "../make-folders.js";
import type { Finding, ReadPart } from "../model.js";
import { chooseFileNames } from "./choose-file-names.js";

/** Where the files go. */
export interface ExtractOptions {
  /** Created if missing. */
  directory: string;
  /** Replaces existing files; otherwise they are an error. */
  force: boolean;
}

/** A file that holds the exact bytes of a part. */
export interface PartFile {
  /** The folder as given, and the file's name. */
  path: string;
  part: ReadPart;
}

/**
 * Writes each part as a file directly in the folder, readable only by its owner because user-data holds secrets. Does
 * not follow links in the folder.
 *
 * @throws {KubebootError} `unreadable` when one of the files already exists, or can't be written: then none is
 *   written
 */
export function extractParts(parts: readonly ReadPart[], { directory, force }: ExtractOptions): PartFile[] {
  const names = chooseFileNames(parts);
  const files = parts.map((part, index) => ({ path: join(directory, names[index]!), part }));
  try {
    makeFolder(directory);
    const obstacles = files.flatMap(({ path }) => findObstacle(path, force));
    if (obstacles.length > 0) throw new KubebootError("unreadable", "there are files in the way", obstacles);
    writeFiles(files, directory, force);
  } catch (error) {
    if (error instanceof KubebootError) throw error;
    const reason = describeSystemError(error as Error);
    throw new KubebootError("unreadable", `${directory} can't be written: ${reason}`, [], { cause: error });
  }
  return files;
}

/** A link to a folder is accepted, because the user has named it. */
function makeFolder(directory: string): void {
  const stats = statSync(directory, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new KubebootError("unreadable", `${directory} is not a folder`);
  if (!stats) makeFolders(directory, 0o700);
}

function findObstacle(path: string, force: boolean): Finding[] {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isDirectory()) return [finding("file-is-folder", { path })];
  return force ? [] : [finding("file-exists", { path })];
}

/** Existing files are replaced only after all are written; on failure the written files are removed. */
function writeFiles(files: readonly PartFile[], directory: string, force: boolean): void {
  const written: string[] = [];
  try {
    for (const { path, part } of files) {
      const target = force ? join(directory, `.kubeboot-${randomBytes(6).toString("hex")}.tmp`) : path;
      const descriptor = openNew(target);
      written.push(target);
      writeAndClose(descriptor, part.content);
    }
    if (force) files.forEach(({ path }, index) => renameSync(written[index]!, path));
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
}

/** Exclusive creation fails if the path exists, and does not follow a link (POSIX, open, O_EXCL). */
function openNew(path: string): number {
  return openSync(path, "wx", 0o600);
}

function writeAndClose(descriptor: number, content: Uint8Array): void {
  try {
    writeFileSync(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
}
