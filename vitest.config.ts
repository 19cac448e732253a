import { defineConfig } from "vitest/config";
import { embedPython } from "./build/embed-python.ts";
import { kubernetesFields } from "./build/kubernetes-fields/kubernetes-fields.ts";
import { define } from "./rolldown.config.ts";

export default defineConfig({
  define,
  plugins: [embedPython, kubernetesFields],
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
});
