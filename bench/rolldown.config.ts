import { defineConfig } from "rolldown";

/** Node.js 20 runs no TypeScript. */
export default defineConfig({
  input: "bench/corpus.ts",
  platform: "node",
  output: { file: "bench/dist/corpus.js", format: "esm" },
});
