import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { KubebootError, describeSystemError } from "../errors.js";

/**
 * Replaces `file` through a temporary file beside it, readable only by its owner because user-data holds secrets.
 *
 * @throws {KubebootError} `unreadable` when the file can't be written: then its content is unchanged
 */
export function replaceFile(file: string, bytes: Uint8Array): void {
  try {
    replace(file, bytes);
  } catch (error) {
    const isFolder = (error as NodeJS.ErrnoException).code === "EISDIR";
    const reason = isFolder ? "it is a folder" : describeSystemError(error as Error);
    throw new KubebootError("unreadable", `${file} can't be written: ${reason}`, [], { cause: error });
  }
}

function replace(file: string, bytes: Uint8Array): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats && !stats.isFile()) return writeFileSync(file, bytes);
  const target = stats ? realpathSync(file) : file;
  const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const descriptor = openSync(temporary, "wx", 0o600);
    try {
      writeFileSync(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}
