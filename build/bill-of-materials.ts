import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "rolldown";
import { findBundledPackages } from "./find-bundled-packages.ts";

/** Writes the bundled packages as `sbom.cdx.json`, a bill of materials in the format CycloneDX, which scanners read. */
export const billOfMaterials: Plugin = {
  name: "bill-of-materials",
  generateBundle(_, bundle) {
    const source = `${JSON.stringify(describeBundle(findBundledPackages(bundle)), null, 2)}\n`;
    this.emitFile({ type: "asset", fileName: "sbom.cdx.json", source });
  },
};

/** What this file uses of https://cyclonedx.org/docs/1.5/json/ */
interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; lifecycles: unknown; tools: unknown; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

interface Component {
  "bom-ref": string;
  name: string;
  scope: string;
  properties: unknown[];
}

/**
 * npm's list of package-lock.json, without the packages that are not in `folders`.
 *
 * Nothing in it depends on the time or on the version of npm. npm takes each package for an optional one, since they
 * are installed for development only; here they are part of the program.
 */
function describeBundle(folders: readonly string[]): Bom {
  const { serialNumber: _serial, ...bom } = listLocked();
  const { timestamp: _time, ...metadata } = bom.metadata;
  const root = metadata.component["bom-ref"];
  const bundled = new Set([root, ...folders.map(refOf)]);
  const components = bom.components.filter((component) => bundled.has(component["bom-ref"]));
  if (components.length !== folders.length) throw new Error(`npm sbom does not list each of ${folders.join(", ")}`);
  return {
    ...bom,
    metadata: {
      ...metadata,
      lifecycles: [{ phase: "build" }],
      tools: [{ vendor: "npm", name: "cli" }],
      component: { ...metadata.component, name: root.slice(0, root.lastIndexOf("@")) },
    },
    components: components.map((component) => Object.assign(component, { scope: "required", properties: [] })),
    dependencies: bom.dependencies
      .filter(({ ref }) => bundled.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => bundled.has(each)) })),
  };
}

function listLocked(): Bom {
  const args = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"];
  // A build inside `npm install --omit=dev` or of another package's script inherits settings that change the list.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const options = { cwd: dirname(import.meta.dirname), env: { ...env, NODE_ENV: "" }, maxBuffer: 1 << 26 };
  return JSON.parse(execFileSync("npm", args, { ...options, encoding: "utf8" }));
}

/** The `bom-ref` that npm gives a package. */
function refOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return `${name}@${version}`;
}
