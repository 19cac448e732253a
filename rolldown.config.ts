import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "rolldown";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** Constants that the build puts in. */
export const define = { KUBEBOOT_VERSION: JSON.stringify(version) };

/**
 * Makes a Python file importable as text without its comment lines and with an indent of one space: it
 * travels in every bundle, and clouds count the bytes.
 */
export const embedPython: Plugin = {
  name: "embed-python",
  transform(code, id) {
    if (!id.endsWith(".py")) return null;
    const lines = code.split("\n").filter((line) => !/^\s*(#|$)/.test(line));
    const text = lines.map((line) => line.replace(/^( {4})+/, (indent) => " ".repeat(indent.length / 4))).join("\n");
    return { code: `export default ${JSON.stringify(text + "\n")};`, moduleType: "js", map: null };
  },
};

/** The dependencies are built in: loading one file is what makes the command start fast. */
export default defineConfig({
  input: { index: "src/index.ts", cli: "src/cli/main.ts" },
  platform: "node",
  transform: { define, target: "node20" },
  plugins: [embedPython],
  output: { dir: "dist", format: "esm", chunkFileNames: "[name]-[hash].js", minify: false, cleanDir: true },
});
