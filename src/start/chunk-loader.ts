/** Loads CommonJS chunks with code that V8 has compiled before. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";

/** Loaded chunks. */
export interface Chunks {
  /** What a chunk exports. */
  load(name: string): unknown;
  /** Whether a chunk had no code that could be used. */
  hasCompiled(): boolean;
  /** The code of all loaded chunks, with every function that has run. */
  collectCodes(): [name: string, code: Uint8Array][];
}

/**
 * V8 compares the code with its own version and flags and with the length of the source, and compiles what does not
 * fit. It crashes on damaged code.
 *
 * @param require loads parts of Node
 * @param folder where the chunks are
 * @param codes the code of chunks, by their names
 */
export function createChunkLoader(
  require: (name: string) => unknown,
  folder: string,
  codes: ReadonlyMap<string, Uint8Array>,
): Chunks {
  const modules = new Map<string, { exports: unknown }>();
  const scripts = new Map<string, Script>();
  let compiled = false;

  function load(name: string): unknown {
    const loaded = modules.get(name);
    if (loaded) return loaded.exports;
    const module = { exports: {} as unknown };
    modules.set(name, module);
    const path = join(folder, name);
    const script = compile(path, codes.get(name));
    scripts.set(name, script);
    compiled ||= script.cachedDataRejected !== false;
    script.runInThisContext()(module.exports, requireChunk, module, path, folder);
    return module.exports;
  }

  function requireChunk(name: string): unknown {
    return name.startsWith("./") ? load(name.slice(2)) : require(name);
  }

  return {
    load,
    hasCompiled: () => compiled,
    collectCodes: () => [...scripts].map(([name, script]) => [name, script.createCachedData()]),
  };
}

/** The parameters are those of every CommonJS module. */
function compile(filename: string, code: Uint8Array | undefined): Script {
  const source = readFileSync(filename, "utf8");
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  return new Script(wrapped, { filename, ...(code && { cachedData: code }) });
}
