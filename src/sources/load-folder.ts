/** The files of a listed folder. */
import { readdirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { finding } from "../findings/finding.js";
import { kindOf, type SourceLoader } from "./source-loader.js";

/** Adds the files by name. Whatever else is in the folder is skipped, because opening it can wait forever. */
export function loadFolder(folder: string, type: string | null, loader: SourceLoader): void {
  if (loader.attempt(folder, () => isOfKernel(folder))) {
    loader.findings.push(finding("folder-of-kernel", { path: folder }));
    return;
  }
  const names = loader.attempt(folder, () => readdirSync(folder));
  if (!names) return;
  const visible = names.filter((name) => !name.startsWith(".")).toSorted();
  let files = 0;
  for (const path of visible.map((name) => join(folder, name))) {
    const stats = loader.stat(path);
    if (stats?.isDirectory()) loader.findings.push(finding("folder-nested", { path }));
    else if (stats && !stats.isFile()) {
      loader.findings.push(finding("folder-special", { path }, { kind: kindOf(stats) }));
    } else {
      files += 1;
      if (stats) loader.addFile(path, type, stats);
    }
  }
  if (files === 0) loader.findings.push(finding("folder-empty", { path: folder }));
}

/** The file systems proc and sysfs, by their numbers in Linux (include/uapi/linux/magic.h). */
const OF_KERNEL: ReadonlySet<number> = new Set([0x9fa0, 0x62656572]);

function isOfKernel(folder: string): boolean {
  return process.platform === "linux" && OF_KERNEL.has(statfsSync(folder).type);
}
