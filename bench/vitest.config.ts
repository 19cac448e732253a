import { defineConfig } from "vitest/config";
import { embedPython } from "../build/embed-python.ts";
import { kubernetesFields } from "../build/kubernetes-fields/kubernetes-fields.ts";
import { define } from "../rolldown.config.ts";

/** Benchmarks that use the test support: they need vitest to run, but are not tests. */
export default defineConfig({
  define,
  plugins: [embedPython, kubernetesFields],
  test: { include: ["bench/**/*.bench.ts"], testTimeout: 600_000 },
});
