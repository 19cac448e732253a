import { beforeEach, expect, test } from "vitest";
import { enterFolder, makeFolder } from "../support/make-folder.ts";
import { runCli } from "../support/run-cli.ts";

const FILES = {
  "d/a.sh": "#!/bin/sh\ntrue\n",
  "d/c.sh": "#!/bin/sh\nfalse\n",
  "d/b[1].md": "Notes\n",
  "d/v1.yaml": "kind: Service\napiVersion: v1\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n",
};

const describe = (settings: string): string =>
  `sources: [d]\n${settings}roles: { a: {}, b: { exclude: c.* } }\nnodes: { x: { role: a }, y: { role: b } }\n`;

beforeEach(() => enterFolder(makeFolder({ ...FILES, "all.yaml": describe("") })));

async function lint(settings: string): Promise<string> {
  enterFolder(makeFolder({ ...FILES, "fleet.yaml": describe(settings) }));
  return (await runCli(["lint", "fleet.yaml", "--format", "github"])).stdout.toString();
}

test("a role excludes its own files in place of those of the fleet, and no pattern has to match", async () => {
  const problems = await lint('exclude: ["*.md", unused]\n');
  expect(problems.match(/y: this is documentation/g)).toHaveLength(1);
  expect(problems).not.toMatch(/x: this|unused/);
  const role = "roles: { a: {} }\nnodes: { x: { role: a } }\n";
  enterFolder(makeFolder({ ...FILES, "fleet.yaml": `sources: [d]\nexclude: ["{b,c}*"]\n${role}` }));
  const { stdout } = await runCli(["fleet", "fleet.yaml", "-d", "out", "--json"]);
  expect(JSON.parse(stdout.toString())).toMatchObject({ nodes: { x: { findings: [] } } });
});

test("a hint names the setting, which then leaves the file out", async () => {
  const { status, stderr } = await runCli(["fleet", "all.yaml", "-d", "out"]);
  expect(status).toBe(1);
  const [, setting] = /`(exclude: ".*")` in the description/.exec(stderr)!;
  expect(await lint(`${setting}\n`)).not.toContain("x: this is documentation");
});

test("upgrade has no such option, and its hint names none", async () => {
  const { stderr } = await runCli(["upgrade", "d"]);
  expect(stderr).toContain("d/b[1].md: error: this is documentation, not user-data; leave it out\n");
});

test.each([
  ["exclude: 1", "`exclude` takes text or a list of texts, but this is the number 1"],
  ['exclude: [""]', "a pattern of excluded names is empty"],
])("%s is wrong", async (setting, expected) => {
  expect(await lint(`${setting}\n`)).toContain(expected);
});
