/** The bills of materials of both outputs, compared with what was bundled and with package-lock.json. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown, type OutputBundle } from "rolldown";
import { afterAll, expect, test } from "vitest";
import { findBundledPackages } from "../../build/find-bundled-packages.ts";
import { executable, library } from "../../rolldown.config.ts";

const folder = mkdtempSync(join(tmpdir(), "kubeboot-bom-"));

afterAll(() => rmSync(folder, { recursive: true }));

interface Locked {
  name?: string;
  version: string;
  license: string;
  integrity: string;
}

const LOCK: Record<string, Locked> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;

/** Builds in a new folder. */
async function build(config: unknown, name: string) {
  const { output, ...input } = config as { output: object };
  const dir = join(folder, name);
  const written = await (await rolldown(input)).write({ ...output, dir });
  const bundle = Object.fromEntries(written.output.map((each) => [each.fileName, each])) as OutputBundle;
  const read = (file: string): string => readFileSync(join(dir, file), "utf8");
  return {
    packages: findBundledPackages(bundle),
    bom: read("sbom.cdx.json"),
    licenses: read("THIRD-PARTY-LICENSES.txt"),
  };
}

test.each([
  ["library", library, ["js-yaml", "nodemailer", "pako"]],
  ["executable", executable, ["commander", "diff", "js-yaml", "nodemailer", "pako"]],
])("that of the %s names exactly what is built in", { timeout: 120_000 }, async (name, config, some) => {
  const { packages, bom, licenses } = await build(config, name);
  const { components, dependencies, metadata, ...rest } = JSON.parse(bom);
  const paths = packages.map((path) => path.slice(path.indexOf("node_modules/")));
  const locked = paths.map((path) => {
    const { version, license, integrity } = LOCK[path]!;
    return { name: path.slice("node_modules/".length), version, license, integrity };
  });
  expect(components.map(describeComponent)).toEqual(locked);
  expect(locked.map((each) => each.name)).toEqual(expect.arrayContaining(some));
  expect([...licenses.matchAll(/^(\S+) (\d\S*) \(.+\)$/gm)].map((found) => [found[1], found[2]])).toEqual(
    locked.map((each) => [each.name, each.version]),
  );

  const own = JSON.parse(readFileSync("package.json", "utf8"));
  expect(rest).toEqual({
    $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
  });
  expect(Object.keys(metadata)).toEqual(["lifecycles", "tools", "component"]);
  expect(metadata.component).toMatchObject({ type: "application", name: own.name, version: own.version });
  const refs = [metadata.component, ...components].map((component) => component["bom-ref"]);
  expect(dependencies.map(({ ref }: { ref: string }) => ref)).toEqual(refs);
  const named: string[] = dependencies.flatMap(({ dependsOn }: { dependsOn: string[] }) => dependsOn);
  expect(new Set(named)).toEqual(new Set(refs.slice(1)));

  expect((await build(config, `${name}-again`)).bom).toBe(bom);
});

interface Component {
  type: string;
  name: string;
  version: string;
  purl: string;
  scope: string;
  hashes: { alg: string; content: string }[];
  licenses: { license?: { id: string }; expression?: string }[];
}

/** As package-lock.json has it. */
function describeComponent({ type, name, version, purl, scope, hashes, licenses }: Component) {
  expect({ type, purl, scope }).toEqual({ type: "library", purl: `pkg:npm/${name}@${version}`, scope: "required" });
  const [{ license, expression }] = licenses as [Component["licenses"][number]];
  const [{ content }] = hashes as [Component["hashes"][number]];
  const integrity = `sha512-${Buffer.from(content, "hex").toString("base64")}`;
  return { name, version, license: license?.id ?? expression, integrity };
}
