import type { Plugin } from "rolldown";

/** Makes a Python file importable as text, reduced: every bundle carries it, and clouds limit the size of user-data. */
export const embedPython: Plugin = {
  name: "embed-python",
  transform(code, id) {
    if (!id.endsWith(".py")) return null;
    return { code: `export default ${JSON.stringify(reducePython(code))};`, moduleType: "js", map: null };
  },
};

/**
 * The same program without comments, docstrings and empty lines, and with an indent of one space instead of four.
 * Expects comments on separate lines, triple quotes around docstrings only, and all other strings on one line.
 */
function reducePython(source: string): string {
  return source
    .replace(/^ *"""[^]*?"""\n/gm, "")
    .replace(/^ *(#.*)?\n/gm, "")
    .replace(/^( {4})+/gm, (indent) => " ".repeat(indent.length / 4));
}
