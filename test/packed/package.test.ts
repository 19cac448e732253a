/** The npm package as its users get it: packed from a copy of the sources, installed in an empty folder. */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { createBundle } from "../../src/index.ts";

const EXAMPLE = ["dbserver.yaml", "disable-selinux.sh"].map((name) => resolve("examples/dbserver", name));

const folder = realpathSync(mkdtempSync(join(tmpdir(), "kubeboot-packed-")));
const consumer = join(folder, "consumer");
let packed: string[];
let tarball: string;

beforeAll(() => {
  const [{ filename, files }] = JSON.parse(run(copySources(), "npm", "pack", "--json", "--pack-destination", folder));
  tarball = join(folder, filename);
  packed = files.map(({ path }: { path: string }) => path);
  mkdirSync(consumer);
  writeFileSync(join(consumer, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run(consumer, "npm", "install", "--offline", "--no-audit", "--no-fund", tarball);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Packing builds, so it runs in a copy to keep the developer's dist/. */
function copySources(): string {
  const copy = join(folder, "sources");
  const left = new Set([".git", "node_modules", "dist"]);
  cpSync(".", copy, { recursive: true, filter: (path) => !left.has(path) });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  return copy;
}

/** Without the variables of an npm that runs the tests, which would make this npm work on that package. */
function run(cwd: string, command: string, ...args: string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name)));
  return execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Errors set the status to 1. */
function lintJson(cwd: string, source: string): string {
  try {
    return run(cwd, "npx", "--no-install", "kubeboot", "lint", "--json", source);
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

/** For the compiler: a program that knows only what the package says. */
const STRICT = "--strict --noEmit --target es2022 --lib es2022 --module nodenext --types".split(" ").concat("");

describe("the package", () => {
  test("contains the program, its types and its documents, and nothing else", () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        "package.json",
        "LICENSE",
        "README.md",
        "CHANGELOG.md",
        "docs/api.md",
        "docs/checks.md",
        "bin/kubeboot.js",
        "bin/package.json",
        "dist/index.js",
        "dist/cli/cli.cjs",
        "dist/man/kubeboot.1",
        "dist/man/kubeboot-bundle.1",
        "dist/THIRD-PARTY-LICENSES.txt",
        "dist/cli/THIRD-PARTY-LICENSES.txt",
        "dist/sbom.cdx.json",
        "dist/cli/sbom.cdx.json",
      ]),
    );
    const expected =
      /^(package\.json|LICENSE|README\.md|CHANGELOG\.md|docs\/[\w-]+\.md|bin\/(kubeboot\.js|package\.json)|dist\/[\w-]+\.js|dist\/cli\/[\w-]+\.cjs|dist\/man\/kubeboot[\w-]*\.1|dist\/(cli\/)?(THIRD-PARTY-LICENSES\.txt|sbom\.cdx\.json)|dist\/types\/.+\.d\.ts)$/;
    expect(packed.filter((path) => !expected.test(path))).toEqual([]);
  });

  test("has a manual page for each command, where man finds it after a global install", () => {
    const prefix = join(folder, "prefix");
    run(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", "--global", "--prefix", prefix, tarball);
    const linked = readdirSync(join(prefix, "share/man/man1"));
    expect(linked.toSorted()).toEqual(packageJson.man.map((path) => basename(path)).toSorted());
    for (const name of linked) {
      const page = readFileSync(join(prefix, "share/man/man1", name), "utf8");
      expect(page).toContain(`.SH NAME\n${name.replace(/\.1$/, "").replace("-", "\\-")} \\- `);
    }
  });

  test("has no dependencies", () => {
    const { packages } = JSON.parse(readFileSync(join(consumer, "package-lock.json"), "utf8"));
    expect(Object.keys(packages)).toEqual(["", "node_modules/kubeboot"]);
  });

  test("has no script that npm runs, or asks about, when it is installed", () => {
    const { scripts } = JSON.parse(readFileSync(join(consumer, "node_modules/kubeboot/package.json"), "utf8"));
    expect(
      Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare|prepublish|uninstall)$/.test(name)),
    ).toEqual([]);
  });

  test("runs as a command, and makes the same bytes as the sources", async () => {
    const { bytes } = await createBundle(EXAMPLE);
    expect(run(consumer, "npx", "--no-install", "kubeboot", "bundle", ...EXAMPLE)).toBe(Buffer.from(bytes).toString());
  });

  test("can be imported, and makes the same bytes", async () => {
    const { bytes } = await createBundle(EXAMPLE);
    writeFileSync(
      join(consumer, "use.mjs"),
      `import { createBundle, KubebootError } from "kubeboot";
      const { bytes } = await createBundle(process.argv.slice(2));
      process.stdout.write(bytes);
      await createBundle([]).catch((error) => process.exit(error instanceof KubebootError && error.code === "usage" ? 0 : 1));`,
    );
    expect(run(consumer, process.execPath, "use.mjs", ...EXAMPLE)).toBe(Buffer.from(bytes).toString());
  });

  test("knows the fields of Kubernetes without another package", () => {
    writeFileSync(join(consumer, "a.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, lables: {}}\n");
    const { findings } = JSON.parse(lintJson(consumer, "a.yaml")) as { findings: { code: string }[] };
    expect(findings.map(({ code }) => code)).toEqual(["field-unknown"]);
  });

  test("has schemas, and the types of what they describe", () => {
    writeFileSync(
      join(consumer, "schemas.ts"),
      `import { schemas, type JsonSchema, type SchemaName } from "kubeboot/schemas";
      import type { BundleReport, Reports } from "kubeboot";
      export const names: SchemaName[] = ["bundle", "fleet"];
      export const schema: JsonSchema = schemas.bundle;
      export const sizes = (report: BundleReport): number[] => report.parts.map(({ bytes }) => bytes);
      export const same = (report: Reports["bundle"]): BundleReport => report;
      // @ts-expect-error: no such schema
      schemas.bundles;`,
    );
    expect(run(consumer, resolve("node_modules/.bin/tsc"), ...STRICT, "schemas.ts")).toBe("");
    const program = `import { schemas } from "kubeboot/schemas"; console.log(schemas["fleet-report"].$id);`;
    expect(run(consumer, process.execPath, "--input-type=module", "-e", program)).toBe(
      "urn:kubeboot:schema:fleet-report\n",
    );
  });

  test("runs the program of examples/library, which writes what changes", () => {
    const program = join(consumer, "library");
    cpSync("examples/library", program, { recursive: true });
    const update = () => run(program, process.execPath, "update-machines.mjs", "userdata");
    const readme = readFileSync(join(program, "README.md"), "utf8");
    const [first, second] = readme.match(/(?:^ {4}\w+: .*\n)+/gm)!.map((block) => block.replaceAll("    ", ""));
    expect(update()).toBe(first);
    const machines = readFileSync(join(program, "machines.json"), "utf8");
    writeFileSync(
      join(program, "machines.json"),
      machines.replace('"web2", "packages": ["nginx"]', '"web2", "packages": ["nginx", "curl"]'),
    );
    expect(update()).toBe(second);
    expect(update()).toBe("web1: no change\nweb2: no change\ndb1: no change\n");

    const before = readFileSync(join(program, "userdata", "web1"));
    expect(statSync(join(program, "userdata", "web1")).mode & 0o777).toBe(0o600);
    writeFileSync(join(program, "machine.cfg.j2"), "#cloud-config\nhostname: {{ name }}\nruncmd: reboot\n");
    expect(update).toThrow(/^web1: machine\.cfg\.j2:3: error: .*\(config-type\)$[^]*^nothing is written$/m);
    expect(readFileSync(join(program, "userdata", "web1"))).toEqual(before);
  });

  test("has types that a strict program can use, without the types of Node", () => {
    writeFileSync(
      join(consumer, "use.ts"),
      `import { createBundle, KubebootError } from "kubeboot";
      import type { Bundle, BundleOptions, Finding, KubebootErrorCode, Part } from "kubeboot";
      const options: BundleOptions = { gzip: true, mergeType: "list(append)+dict(recurse_list)" };
      const bundle: Bundle = await createBundle(["a.sh", { name: "b", content: "#!/bin/sh" }], options);
      export const size: number = bundle.bytes.length;
      export const types: string[] = bundle.parts.map(({ type }: Part) => type);
      export const severities = bundle.findings.map(({ severity }: Finding): "error" | "warning" | "note" => severity);
      export const code = (error: KubebootError): KubebootErrorCode => error.code;
      // @ts-expect-error: no such option
      await createBundle([], { zip: true });`,
    );
    expect(run(consumer, resolve("node_modules/.bin/tsc"), ...STRICT, "use.ts")).toBe("");
  });
});
