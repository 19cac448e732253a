/** The user's private folder for files that may be lost at any time (XDG Base Directory Specification 0.8). */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { attempt } from "./attempt.js";

/** More than any command compiles. */
const MAX_BYTES = 32 * 2 ** 20;

/** What follows no link and waits for no FIFO. */
const READ_PLAIN = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The folder for kubeboot's files, which need not exist; null where there is none, such as on Windows. */
export function findCacheFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  if (process.getuid === undefined) return null;
  const { XDG_CACHE_HOME: named, HOME: home } = env;
  if (named && isAbsolute(named)) return join(named, "kubeboot");
  return home && isAbsolute(home) ? join(home, ".cache", "kubeboot") : null;
}

/** Opens the file for reading; null unless the file and its folder belong to the user alone. */
export function openCacheFile(folder: string, name: string): number | null {
  return attempt(() => {
    if (!isPrivateFolder(folder)) return null;
    const file = openSync(join(folder, name), READ_PLAIN);
    const stats = fstatSync(file);
    if (stats.isFile() && isPrivate(stats) && stats.size <= MAX_BYTES) return file;
    closeSync(file);
    return null;
  });
}

/** Replaces the file at once, or does nothing; `makeBytes` runs only where the file can be written. */
export function writeCacheFile(folder: string, name: string, makeBytes: () => Uint8Array): void {
  attempt(() => {
    makeFolder(folder);
    if (!isPrivateFolder(folder)) return;
    const path = join(folder, name);
    const temporary = `${path}.${process.pid}`;
    const file = openSync(temporary, "wx", 0o600);
    try {
      writeFileSync(file, makeBytes());
      closeSync(file);
      renameSync(temporary, path);
    } catch {
      rmSync(temporary, { force: true });
    }
  });
}

/** Only where the user's own folder is: with the `HOME` of another user, root would leave folders that are in the way. */
function makeFolder(folder: string): void {
  const missing = [folder, dirname(folder)].filter((path) => lstatSync(path, { throwIfNoEntry: false }) === undefined);
  for (const path of missing.toReversed()) {
    if (statSync(dirname(path)).uid === process.getuid!()) mkdirSync(path, { mode: 0o700 });
  }
}

function isPrivateFolder(folder: string): boolean {
  const stats = lstatSync(folder);
  return stats.isDirectory() && isPrivate(stats);
}

function isPrivate({ uid, mode }: Stats): boolean {
  return uid === process.getuid!() && (mode & 0o077) === 0;
}
