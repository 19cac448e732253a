import type { Plugin } from "rolldown";

/** What mime-node and commander import for jobs that kubeboot never gives them: the network, and child processes. */
const UNUSED = new Set(
  ["http", "https", "tls", "net", "dns", "os", "crypto", "child_process", "zlib", "util", "url"].map(
    (name) => `node:${name}`,
  ),
);

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
