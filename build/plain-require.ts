import type { Plugin } from "rolldown";

const ID = "\0plain-require";

/** Gives `createRequire` the `require` that every CommonJS module has: loading `node:module` takes a millisecond. */
export const plainRequire: Plugin = {
  name: "plain-require",
  resolveId: (source) => (source === "node:module" ? ID : null),
  load: (id) => (id === ID ? { code: "export const createRequire = () => require;", moduleType: "js" } : null),
};
