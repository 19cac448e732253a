import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";
import { findBundledPackages } from "./find-bundled-packages.ts";

/** Writes the licenses of the bundled packages, as those licenses require. */
export const thirdPartyLicenses: Plugin = {
  name: "third-party-licenses",
  generateBundle(_, bundle) {
    const texts = findBundledPackages(bundle).map(describePackage);
    this.emitFile({
      type: "asset",
      fileName: "THIRD-PARTY-LICENSES.txt",
      source: texts.join(`\n${"-".repeat(80)}\n\n`),
    });
  },
};

function describePackage(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry) && existsSync(join(folder, entry)));
  if (!file) throw new Error(`${name} has no license file`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
