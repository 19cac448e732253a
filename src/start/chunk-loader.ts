/** Loads CommonJS chunks with code that V8 has compiled before. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import type { CompiledChunk } from "./pack-chunks.js";

/** Loaded chunks. */
export interface Chunks {
  /** What a chunk exports. */
  load(name: string): unknown;
  /** Whether a chunk had no code that could be used. */
  hasCompiled(): boolean;
  /** All loaded chunks, with every function that has run. */
  collect(): [name: string, chunk: CompiledChunk][];
}

/**
 * V8 compares the code with its own version and flags and with the length of the source, and compiles what does not
 * fit. It crashes on damaged code.
 *
 * @param require loads parts of Node
 * @param folder where the chunks are
 * @param recall a chunk that has been compiled before, or null
 */
export function createChunkLoader(
  require: (name: string) => unknown,
  folder: string,
  recall: (name: string) => CompiledChunk | null,
): Chunks {
  const modules = new Map<string, { exports: unknown }>();
  const scripts = new Map<string, { source: string; script: Script }>();
  let compiled = false;

  function load(name: string): unknown {
    const loaded = modules.get(name);
    if (loaded) return loaded.exports;
    const module = { exports: {} as unknown };
    modules.set(name, module);
    const filename = join(folder, name);
    const { source, code } = recall(name) ?? { source: readSource(filename), code: undefined };
    const script = new Script(source, { filename, ...(code && { cachedData: code }) });
    scripts.set(name, { source, script });
    compiled ||= script.cachedDataRejected !== false;
    script.runInThisContext()(module.exports, requireChunk, module, filename, folder);
    return module.exports;
  }

  function requireChunk(name: string): unknown {
    return name.startsWith("./") ? load(name.slice(2)) : require(name);
  }

  return {
    load,
    hasCompiled: () => compiled,
    collect: () =>
      Array.from(scripts, ([name, { source, script }]) => [name, { source, code: script.createCachedData() }]),
  };
}

/** The parameters are those of every CommonJS module. */
function readSource(filename: string): string {
  return `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "latin1")}\n})`;
}
