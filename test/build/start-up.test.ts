import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listLoadedChunks } from "../../bench/loaded-chunks.js";
import { executable } from "../../rolldown.config.ts";

const folder = mkdtempSync(join(tmpdir(), "kubeboot-start-up-"));

beforeAll(async () => {
  const { output, ...input } = executable as { output: object };
  await (await rolldown(input)).write({ ...output, dir: folder });
});

afterAll(() => rmSync(folder, { recursive: true }));

const DBSERVER = ["dbserver.yaml", "disable-selinux.sh"].map((name) => join("examples/dbserver", name));

/** A text that each of the parsers alone contains. */
const PARSERS = {
  yaml: "unexpected end of the stream within a verbatim tag",
  shell: "bash and ksh",
  templates: "loops of this length",
};

test.each<[string, string[], (keyof typeof PARSERS)[]]>([
  ["a script: without the YAML parser", [DBSERVER[1]!], ["shell"]],
  ["a pod, which checks look into: without the shell parser", [DBSERVER[0]!], ["yaml"]],
  ["a template: with the renderer", ["test/checks/cases/template-name/alias/web.cfg"], ["yaml", "templates"]],
  ["both", DBSERVER, ["yaml", "shell"]],
])("bundles %s", (_, sources, expected) => {
  const loaded = new Set(listLoaded(["bundle", ...sources]).map(({ path }) => path));
  const parsers = Object.entries(PARSERS).filter(([, text]) => findChunks(text).some((path) => loaded.has(path)));
  expect(parsers.map(([name]) => name)).toEqual(expected);
});

/** What no command needs for these sources belongs behind an `import()`, since loading is most of what a run costs. */
test.each<[string, string[], string, number]>([
  [
    "bundle, the dbserver example",
    ["bundle", ...DBSERVER],
    "check-shell cli main manifest-checks pipeline rolldown-runtime",
    360,
  ],
  [
    "bundle, a manifest for the servers of today",
    ["bundle", "examples/quickstart/hello.yaml"],
    [
      "cli kubernetes-fields kubernetes-rules main manifest-checks order-manifests pipeline read-units",
      "recognize-manifest rolldown-runtime",
    ].join(" "),
    470,
  ],
  [
    "lint, a manifest for the servers of today and a script",
    ["lint", "examples/quickstart/hello.yaml", DBSERVER[1]!],
    [
      "check-shell cli kubernetes-fields kubernetes-rules lint main manifest-checks order-manifests pipeline",
      "read-units recognize-manifest rolldown-runtime",
    ].join(" "),
    510,
  ],
  ["--version", ["--version"], "cli", 5],
])("%s: loads these chunks, and at most so many kB", (_, args, expected, kilobytes) => {
  const loaded = listLoaded(args);
  expect(loaded.map(({ name }) => name)).toEqual(expected.split(" "));
  expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toBeLessThan(kilobytes);
});

test.skipIf(!existsSync("/dev/full"))("--version says why it can't be written", () => {
  const full = openSync("/dev/full", "w");
  const program = `process.argv.splice(1, 0, "kubeboot"); require(${JSON.stringify(join(folder, "cli.cjs"))}).run();`;
  const args = ["-e", program, "--", "--version"];
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", full, "pipe"], encoding: "utf8" });
  closeSync(full);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "kubeboot: error: output can't be written: no space left on device\n",
  });
});

function listLoaded(args: string[]): { path: string; name: string; bytes: number }[] {
  return listLoadedChunks(join(folder, "cli.cjs"), args);
}

/** The files of the build that contain the text. */
function findChunks(text: string): string[] {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const found = paths.filter((path) => readFileSync(path, "utf8").includes(text));
  expect(found).not.toEqual([]);
  return found;
}
