/** The script that bundles carry: small, with one line that varies, and valid in every Python that cloud-init runs on. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { gzip } from "pako";
import { describe, expect, test } from "vitest";
import { createBundle } from "../../src/index.ts";
import { renderPartHandler, type HandlerSettings } from "../../src/arrange/part-handler.ts";
import { command, describeWith } from "../support/requirements.ts";

const VARIANTS: readonly HandlerSettings[] = [
  { mode: "watch", directory: null, timeout: 120, start: true },
  { mode: "direct", directory: null, timeout: 86_400, start: false },
  { mode: "directory", directory: "/var/lib/rancher/k3s/server/manifests", timeout: 120, start: true },
  { mode: "directory", directory: '/etc/"odd"\\folder/é', timeout: 1, start: false },
];

const VERSIONS = ["2.7", "3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13"];

/** The ones on PATH, and those that pyenv stores beside it. */
const PYTHONS = [
  "python3",
  ...VERSIONS.map((version) => `python${version}`),
  ...VERSIONS.flatMap(findPyenvPythons),
].filter((python) => spawnSync(python, ["--version"]).status === 0);

function findPyenvPythons(version: string): string[] {
  const folder = join(process.env["PYENV_ROOT"] ?? join(homedir(), ".pyenv"), "versions");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.startsWith(`${version}.`)).map((name) => join(folder, name, "bin/python"));
}

describe("the embedded script", () => {
  test.each(VARIANTS.slice(0, 3))("is small enough with $mode $directory", (settings) => {
    const script = renderPartHandler(settings);
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(14_800);
    expect(gzip(Buffer.from(script), { level: 9 }).length).toBeLessThanOrEqual(5_450);
  });

  test.each([
    { layer: "as it is", options: { gzip: false }, limit: 14_800 },
    { layer: "under gzip", options: { gzip: true }, limit: 5_450 },
  ])("takes at most $limit bytes of a blob $layer, including headers", async ({ options, limit }) => {
    const pod = { name: "pod.yaml", content: "#kube-pod\n" };
    const bundles = await Promise.all([
      createBundle([pod], options),
      createBundle([pod], { ...options, handler: "none" }),
    ]);
    const [withHandler, without] = bundles.map(({ bytes }) => bytes.length) as [number, number];
    expect(withHandler - without).toBeLessThanOrEqual(limit);
  });

  test("begins with its origin, and varies only in the settings line", () => {
    const scripts = VARIANTS.map((settings) => renderPartHandler(settings).split("\n"));
    for (const lines of scripts) {
      expect(lines[0]).toMatch(/^#part-handler written by kubeboot \d+\.\d+\.\d+$/);
      const differing = lines
        .map((line, index) => (line === scripts[0]![index] ? -1 : index))
        .filter((index) => index >= 0);
      expect(lines.length).toBe(scripts[0]!.length);
      expect(differing.every((index) => lines[index]!.startsWith("MODE, SPOOL, TIMEOUT_SECONDS, "))).toBe(true);
    }
  });
});

/** Prints the syntax tree of the script on standard input without its docstrings. */
const DUMP_PROGRAM = `
import ast, sys
tree = ast.parse(sys.stdin.read())
for node in ast.walk(tree):
    if isinstance(node, (ast.Module, ast.FunctionDef)) and ast.get_docstring(node):
        del node.body[0]
print(ast.dump(tree))
`;

function dumpProgram(script: string): string {
  const { stdout, stderr } = spawnSync("python3", ["-c", DUMP_PROGRAM], { input: script, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout;
}

describeWith([command("python3")], "the embedded script as Python", () => {
  test("is the same program as its sources, whose settings are those of a bundle without options", () => {
    const folder = join(import.meta.dirname, "../../handler");
    const source = ["kubeboot", "client", "applier", "commands"]
      .map((name) => readFileSync(join(folder, `${name}.py`), "utf8").replace(/^"""[^]*?"""\n/, ""))
      .join("");
    expect(dumpProgram(renderPartHandler(VARIANTS[0]!))).toBe(dumpProgram(source));
  });

  test.each(PYTHONS.flatMap((python) => VARIANTS.map((settings) => ({ python, settings }))))(
    "compiles with $python, $settings.mode $settings.directory, and its settings have the given values",
    ({ python, settings }) => {
      const check = "import sys;m={};exec(sys.stdin.read(),m);sys.stdout.write(repr(m['TIMEOUT_SECONDS'])+m['MODE'])";
      const input = renderPartHandler(settings).replace(/(?<=\n)if __name__[\s\S]*$/, "");
      const { stdout, stderr } = spawnSync(python, ["-c", check], { input, encoding: "utf8" });
      expect(stderr).toBe("");
      expect(stdout).toBe(`${settings.timeout}${settings.mode}`);
    },
  );
});
