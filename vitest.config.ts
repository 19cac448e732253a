import { defineConfig } from "vitest/config";
import { embedPython } from "./build/embed-python.ts";
import { kubernetesFields } from "./build/kubernetes-fields/kubernetes-fields.ts";
import { define } from "./rolldown.config.ts";

export default defineConfig({
  define,
  plugins: [embedPython, kubernetesFields],
  // The executable would leave its cache behind.
  test: {
    env: { NODE_DISABLE_COMPILE_CACHE: "1" },
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
