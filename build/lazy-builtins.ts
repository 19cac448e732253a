import type { Plugin } from "rolldown";

/** What commander imports for subcommands that are separate programs, which kubeboot does not have. */
const UNUSED = new Set(["node:child_process"]);

const PREFIX = "\0lazy:";

/**
 * Loads these parts of Node on first use, not when a dependency imports them: loading them takes longer than bundling
 * the example.
 */
export const lazyBuiltins: Plugin = {
  name: "lazy-builtins",
  resolveId(source, importer) {
    return UNUSED.has(source) && importer?.includes("/node_modules/") ? PREFIX + source : null;
  },
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const name = JSON.stringify(id.slice(PREFIX.length));
    const code = `module.exports = new Proxy({}, { get: (_, key) => process.getBuiltinModule(${name})[key] });`;
    return { code, moduleType: "js" };
  },
};
