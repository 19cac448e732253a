import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and those above it that are missing, one by one: where mkdir fails with ENOENT for everyone, as in /proc
 * and in a working directory that was removed, Node's recursive mkdir never ends.
 *
 * @returns the topmost folder that was made; null where there was nothing to make
 * @throws the error of the system
 */
export function makeFolders(path: string, mode = 0o777): string | null {
  if (existsSync(path)) return null;
  const made = makeFolders(dirname(resolve(path)), mode);
  mkdirSync(path, { mode });
  return made ?? path;
}
