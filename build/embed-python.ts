import type { Plugin } from "rolldown";

/** Makes a Python file importable as text, reduced: it travels in every bundle, and clouds count the bytes. */
export const embedPython: Plugin = {
  name: "embed-python",
  transform(code, id) {
    if (!id.endsWith(".py")) return null;
    return { code: `export default ${JSON.stringify(reducePython(code))};`, moduleType: "js", map: null };
  },
};

/**
 * The same program in fewer bytes: no comment lines, an indent of one blank, no blanks around operators,
 * and the names that the source lists behind `# short:` as single letters. Expects comments on lines of
 * their own and double-quoted strings that end where they begin.
 */
function reducePython(source: string): string {
  const names = /^# short: (.*)$/m.exec(source)?.[1]?.split(" ") ?? [];
  const letters = new Map(names.map((name, index) => [name, String.fromCharCode("a".charCodeAt(0) + index)]));
  const lines = source.split("\n").filter((line) => !/^\s*(#|$)/.test(line));
  return lines.map((line) => `${reduceLine(line, letters)}\n`).join("");
}

function reduceLine(line: string, letters: ReadonlyMap<string, string>): string {
  const [indent = ""] = /^ */.exec(line) ?? [];
  const pieces = line.trim().split(/("(?:[^"\\]|\\.)*")/);
  const reduced = pieces.map((piece, index) => (index % 2 === 1 ? piece : reduceCode(piece, letters)));
  return " ".repeat(indent.length / 4) + reduced.join("");
}

function reduceCode(code: string, letters: ReadonlyMap<string, string>): string {
  return code
    .replace(/ ?([-,=+*:<>%!]+) ?/g, "$1")
    .replace(/(?<![\w.])[a-z]+(?!\w)/g, (word) => letters.get(word) ?? word);
}
