/** Runs the executable with the code that V8 has compiled in an earlier run. */
import { closeSync, statSync } from "node:fs";
import { join } from "node:path";
import { createChunkLoader, type Chunks } from "./chunk-loader.js";
import { findCacheFolder, openCacheFile, writeCacheFile } from "./cache-folder.js";
import { openPack, packChunks, type CompiledChunk, type Pack } from "./pack-chunks.js";

const ENTRY = "cli.cjs";

/**
 * Runs the command line of this process. What it compiled is kept for the next run of the same command, unless
 * `NODE_DISABLE_COMPILE_CACHE` is set, which switches off Node's own cache too. No failure of the cache is one of the
 * run.
 *
 * @param require loads parts of Node
 * @param folder the built chunks
 */
export async function start(require: (name: string) => unknown, folder: string): Promise<void> {
  const cache = process.env["NODE_DISABLE_COMPILE_CACHE"] ? null : findCacheFolder(process.env);
  const name = `${nameCommand(process.argv[2])}-${process.versions.v8}-${process.arch}`;
  const key = cache === null ? "" : identify(folder);
  const file = cache === null ? null : openCacheFile(cache, name);
  const pack = file === null ? null : openPack(file, key);
  const loader = createChunkLoader(require, folder, (chunk) => pack?.read(chunk) ?? null);
  await (loader.load(ENTRY) as { run(): Promise<void> }).run();
  if (cache !== null && loader.hasCompiled() && isUsual(process.exitCode)) {
    writeCacheFile(cache, name, () => packChunks(collect(pack, loader), key));
  }
  if (file !== null) closeSync(file);
}

/** Commands have caches of their own, since reading code that does not run takes time too. */
function nameCommand(argument: string | undefined): string {
  return argument !== undefined && /^[a-z]{1,16}$/.test(argument) ? argument : "options";
}

/** Chunks are named after their content, and the names are in the entry: nothing else tells one build from another. */
function identify(folder: string): string {
  const { dev, ino, size, mtimeMs, ctimeMs } = statSync(join(folder, ENTRY));
  return JSON.stringify([KUBEBOOT_VERSION, folder, dev, ino, size, mtimeMs, ctimeMs]);
}

/** A wrong command line compiles little, and names no command. */
function isUsual(exitCode: typeof process.exitCode): boolean {
  return exitCode === undefined || exitCode === 0 || exitCode === 1;
}

/** What this run did not load stays. */
function collect(pack: Pack | null, loader: Chunks): Map<string, CompiledChunk> {
  const chunks = new Map(loader.collect());
  for (const name of pack?.names ?? []) {
    const known = chunks.has(name) ? null : pack!.read(name);
    if (known) chunks.set(name, { ...known, code: Uint8Array.from(known.code) });
  }
  return chunks;
}
