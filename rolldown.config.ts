import { readFileSync } from "node:fs";
import { defineConfig } from "rolldown";
import { embedPython } from "./build/embed-python.ts";
import { kubernetesFields } from "./build/kubernetes-fields/kubernetes-fields.ts";
import { lazyBuiltins } from "./build/lazy-builtins.ts";
import { thirdPartyLicenses } from "./build/third-party-licenses.ts";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** Constants that the build defines. */
export const define = { KUBEBOOT_VERSION: JSON.stringify(version) };

/** The dependencies are bundled: loading one file makes the command start fast. */
export default defineConfig({
  input: { index: "src/index.ts", cli: "src/cli/main.ts" },
  platform: "node",
  transform: { define, target: "node20" },
  plugins: [embedPython, kubernetesFields, lazyBuiltins, thirdPartyLicenses],
  output: { dir: "dist", format: "esm", chunkFileNames: "[name]-[hash].js", minify: false, cleanDir: true },
});
