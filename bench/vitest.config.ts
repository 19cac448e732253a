import { defineConfig } from "vitest/config";
import { embedPython } from "../build/embed-python.ts";
import { define } from "../rolldown.config.ts";

/** For what is measured with the rigs of the tests: it needs vitest to run, and is no test. */
export default defineConfig({
  define,
  plugins: [embedPython],
  test: { include: ["bench/**/*.bench.ts"], testTimeout: 600_000 },
});
