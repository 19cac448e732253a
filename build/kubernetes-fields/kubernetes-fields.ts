import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";
import { mergeReleases } from "./merge-releases.ts";
import { probeFormats } from "./probe-formats.ts";
import { readModels, readTypes } from "./read-packages.ts";
import { writeTable } from "./write-table.ts";

const NAME = "kubernetes-fields";

/** What the packages contain: `kubernetes-models` 5.1 has the objects of Kubernetes 1.36. */
const RELEASES = { newest: "1.36", before: "1.30" };

/** Makes the table of Kubernetes' fields importable, from packages that are installed for the build alone. */
export const kubernetesFields: Plugin = {
  name: NAME,
  resolveId: (source) => (source === NAME ? `\0${NAME}` : null),
  async load(id) {
    if (id !== `\0${NAME}`) return null;
    const table = JSON.stringify(await makeTable());
    return `export const TABLE = ${table};\nexport const RELEASES = ${JSON.stringify(RELEASES)};\n`;
  },
};

/** The text that write-table.ts describes. */
async function makeTable(): Promise<string> {
  const modules = dirname(dirname(fileURLToPath(import.meta.resolve("kubernetes-models/v1"))));
  const folder = dirname(modules);
  const newest = readModels(folder);
  await probeFormats(newest, folder);
  const older = ["kubernetes-types-1.21", "kubernetes-types-1.30"].map((name) => readTypes(join(folder, name)));
  return writeTable(mergeReleases(newest, older));
}
