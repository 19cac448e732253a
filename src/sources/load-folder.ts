/** The files of a listed folder. */
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
  const names = loader.attempt(folder, () => readdirSync(folder));
  if (!names) return;
  const visible = names.filter((name) => !name.startsWith(".") && !excluded?.has(name)).toSorted();
  let files = 0;
  for (const path of visible.map((name) => join(folder, name))) {
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

/** Emacs' and others' backups, its autosaved files, and Vim's swap files. */
const LEFTOVER = /~$|(?:^|[\\/])#[^\\/]*#$|\.sw[op]$/;

/** The file systems proc and sysfs, by their numbers in Linux (include/uapi/linux/magic.h). */
const OF_KERNEL: ReadonlySet<number> = new Set([0x9fa0, 0x62656572]);

function isOfKernel(folder: string): boolean {
  return process.platform === "linux" && OF_KERNEL.has(statfsSync(folder).type);
}
