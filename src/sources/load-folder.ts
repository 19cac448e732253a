/** The files of a listed folder. */
import { isUtf8 } from "node:buffer";
import { readdirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { finding } from "../findings/finding.js";
import type { ExcludedNames } from "./excluded-names.js";
import type { SourceLoader } from "./source-loader.js";

/** A folder as it is listed. */
export interface ListedFolder {
  folder: string;
  /** The declared type of its files, or null. */
  type: string | null;
  excluded: ExcludedNames | null;
}

/** Adds the files by name. Whatever else is in the folder is skipped, because opening it can wait forever. */
export function loadFolder({ folder, type, excluded }: ListedFolder, loader: SourceLoader): void {
  if (loader.attempt(folder, () => isOfKernel(folder))) {
    loader.findings.push(finding("folder-of-kernel", { path: folder }));
    return;
  }
  const listed = loader.attempt(folder, () => readdirSync(folder, { encoding: "buffer", withFileTypes: true }));
  if (!listed) return;
  const entries = listed.map((entry) => ({ name: entry.name.toString(), bytes: entry.name, entry }));
  const visible = entries.filter(({ name }) => !name.startsWith(".") && !excluded?.has(name)).toSorted(compareNames);
  let files = 0;
  for (const { name, bytes, entry } of visible) {
    if (!isUtf8(bytes)) {
      const isFolder = entry.isDirectory();
      loader.findings.push(
        finding(isFolder ? "folder-nested" : "folder-name", { path: join(folder, escapeBytes(bytes)) }),
      );
      if (!isFolder) files += 1;
      continue;
    }
    const path = join(folder, name);
    const stats = loader.stat(path);
    if (stats?.isDirectory()) loader.findings.push(finding("folder-nested", { path }));
    else if (stats && !stats.isFile()) {
      loader.findings.push(finding("folder-special", { path }, { kind: loader.kindOf(stats) }));
    } else if (LEFTOVER.test(path)) {
      loader.findings.push(finding("folder-leftover", { path }));
    } else {
      files += 1;
      if (stats) loader.addFile(path, type, stats);
    }
  }
  if (files === 0) loader.findings.push(finding("folder-empty", { path: folder }));
}

interface Entry {
  name: string;
  bytes: Buffer;
}

/** Names that are not UTF-8 can be the same text. */
function compareNames(one: Entry, other: Entry): number {
  if (one.name === other.name) return Buffer.compare(one.bytes, other.bytes);
  return one.name < other.name ? -1 : 1;
}

/** Every byte outside of ASCII as `\xe9`. */
function escapeBytes(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
}

/** Emacs' and others' backups, its autosaved files, and Vim's swap files. */
const LEFTOVER = /~$|(?:^|[\\/])#[^\\/]*#$|\.sw[op]$/;

/** The file systems proc and sysfs, by their numbers in Linux (include/uapi/linux/magic.h). */
const OF_KERNEL: ReadonlySet<number> = new Set([0x9fa0, 0x62656572]);

function isOfKernel(folder: string): boolean {
  return process.platform === "linux" && OF_KERNEL.has(statfsSync(folder).type);
}
