import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown, type InputOptions, type Plugin } from "rolldown";

/**
 * Writes the manual pages to the folder `man` of the output.
 *
 * @param input how the program's sources are built, because the pages are made of its commands
 */
export function manPages(input: InputOptions): Plugin {
  return {
    name: "man-pages",
    async generateBundle() {
      const pages = await runBuilt(input);
      for (const [name, source] of Object.entries(pages)) {
        this.emitFile({ type: "asset", fileName: `man/${name}`, source });
      }
    },
  };
}

async function runBuilt(input: InputOptions): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "kubeboot-man-"));
  try {
    const build = await rolldown({ ...input, input: { make: "build/man-pages/make-man-pages.ts" } });
    await build.write({
      dir: folder,
      format: "esm",
      entryFileNames: "[name].mjs",
      chunkFileNames: "[name]-[hash].mjs",
    });
    const { makeManPages } = await import(pathToFileURL(join(folder, "make.mjs")).href);
    return await makeManPages();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
