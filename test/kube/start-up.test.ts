import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import config from "../../rolldown.config.ts";

const folder = mkdtempSync(join(tmpdir(), "kubeboot-start-up-"));

beforeAll(async () => {
  const { output, ...input } = config as { output: object };
  await (await rolldown(input)).write({ ...output, dir: join(folder, "dist") });
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What the parsers alone contain. */
const PARSERS = {
  yaml: "class YAMLException",
  shell: "ShellSyntaxError = class",
  templates: "TemplateRefusal = class",
};

test.each<[string, string[], (keyof typeof PARSERS)[]]>([
  ["a script: without the YAML parser", ["disable-selinux.sh"], ["shell"]],
  ["a pod, which checks look into: without the shell parser", ["dbserver.yaml"], ["yaml"]],
  ["a template: with the renderer", ["../../test/checks/cases/template-name/alias/web.cfg"], ["yaml", "templates"]],
  ["both", ["dbserver.yaml", "disable-selinux.sh"], ["yaml", "shell"]],
])("bundles %s", (_, names, expected) => {
  const loaded = listLoaded(names.map((name) => join("examples/dbserver", name)));
  const parsers = Object.entries(PARSERS).filter(([, text]) => findChunks(text).some((name) => loaded.has(name)));
  expect(parsers.map(([name]) => name)).toEqual(expected);
});

/** V8's coverage lists the files that a process has loaded. */
function listLoaded(sources: string[]): Set<string> {
  const coverage = mkdtempSync(join(folder, "coverage-"));
  const program = `import { main } from ${JSON.stringify(join(folder, "dist/cli.js"))};
    process.exitCode = await main(["bundle", ...process.argv.slice(1)], process);`;
  const env = { ...process.env, NODE_V8_COVERAGE: coverage };
  const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", program, ...sources], { env });
  expect(status).toBe(0);
  const reports = readdirSync(coverage).map((name) => readFileSync(join(coverage, name), "utf8"));
  return new Set(reports.flatMap((report) => findUrls(JSON.parse(report) as Report)));
}

interface Report {
  result: { url: string }[];
}

function findUrls({ result }: Report): string[] {
  return result.map(({ url }) => basename(url));
}

/** The files of the build that contain the text. */
function findChunks(text: string): string[] {
  const dist = join(folder, "dist");
  const names = readdirSync(dist).filter((name) => readFileSync(join(dist, name), "utf8").includes(text));
  expect(names).not.toEqual([]);
  return names;
}
