import type { Plugin } from "rolldown";

/** A chunk that another one imports, as rolldown writes it. */
const IMPORT = /^const (require_\w+) = require\("(\.\/[^"]+)"\);$/gm;

/**
 * Loads a chunk when something of it is first used, not when a chunk that imports it is loaded: most commands use
 * few of the functions that they import. What runs when a module is loaded depends on nothing but its imports.
 */
export const lazyChunks: Plugin = {
  name: "lazy-chunks",
  renderChunk(code) {
    const names = Array.from(code.matchAll(IMPORT), ([, name]) => name!);
    const lazy = code.replace(IMPORT, 'let $1$$loaded;\nconst $1 = () => ($1$$loaded ??= require("$2"));');
    // The parentheses are for what follows `new`.
    return names.reduce((text, name) => text.replaceAll(`${name}.`, `(${name}()).`), lazy);
  },
};
