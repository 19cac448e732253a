import type { Plugin } from "rolldown";

/** What commander imports for subcommands that are programs of their own, of which there are none here. */
const UNUSED = new Set(["node:child_process"]);

const PREFIX = "\0lazy:";

/**
 * Loads these parts of Node when something is first asked of them, not when a dependency imports them: to
 * load them costs more time than to bundle the example does.
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
