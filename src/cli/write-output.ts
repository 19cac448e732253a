import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { KubebootError } from "../errors.js";
import { describeSystemError } from "../system-error.js";
import { write, type Output } from "./io.js";

/**
 * Writes the artefact to `file`, or to stdout when that is null.
 *
 * @throws {KubebootError} `unreadable` when the file can't be written: what was there is still there
 */
export async function writeOutput(bytes: Uint8Array, file: string | null, stdout: Output): Promise<void> {
  if (file === null) return write(stdout, bytes);
  try {
    replaceFile(file, bytes);
  } catch (error) {
    const reason = describeSystemError(error as Error);
    throw new KubebootError("unreadable", `${file} can't be written: ${reason}`, [], { cause: error });
  }
}

/** By a temporary file beside it, readable by its owner alone: user-data carries secrets. */
function replaceFile(file: string, bytes: Uint8Array): void {
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
