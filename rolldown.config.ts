import { readFileSync } from "node:fs";
import { defineConfig, type RolldownOptions } from "rolldown";
import { asciiChunks } from "./build/ascii-chunks.ts";
import { billOfMaterials } from "./build/bill-of-materials.ts";
import { embedPython } from "./build/embed-python.ts";
import { kubernetesFields } from "./build/kubernetes-fields/kubernetes-fields.ts";
import { lazyBuiltins } from "./build/lazy-builtins.ts";
import { lazyChunks } from "./build/lazy-chunks.ts";
import { manPages } from "./build/man-pages/man-pages.ts";
import { nameChunk } from "./build/name-chunk.ts";
import { plainRequire } from "./build/plain-require.ts";
import { thirdPartyLicenses } from "./build/third-party-licenses.ts";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** Constants that the build defines. */
export const define = { KUBEBOOT_VERSION: JSON.stringify(version) };

const common = {
  platform: "node",
  transform: { define, target: "node20" },
  plugins: [embedPython, kubernetesFields, lazyBuiltins, thirdPartyLicenses, billOfMaterials],
} satisfies RolldownOptions;

/** The dependencies are bundled: loading few files makes a program start fast. */
export const library = defineConfig({
  ...common,
  plugins: [...common.plugins, manPages(common)],
  input: { index: "src/index.ts", schemas: "src/schemas.ts", "fleet-worker": "src/fleet-worker.ts" },
  output: { dir: "dist", format: "esm", chunkFileNames: "[name]-[hash].js", minify: false, cleanDir: true },
});

/** As CommonJS, because loading ES modules brings 40 more modules of Node; minified, because reading takes time. */
export const executable = defineConfig({
  ...common,
  plugins: [...common.plugins, plainRequire, lazyChunks, asciiChunks],
  preserveEntrySignatures: "allow-extension",
  input: { start: "src/start/start.ts", cli: "src/cli/run.ts", "fleet-worker": "src/fleet-worker.ts" },
  output: {
    dir: "dist/cli",
    format: "cjs",
    dynamicImportInCjs: false,
    codeSplitting: { groups: [{ name: nameChunk, debugName: "nameChunk" }], includeDependenciesRecursively: false },
    comments: false,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name]-[hash].cjs",
    minify: true,
    cleanDir: true,
  },
});

export default [library, executable];
