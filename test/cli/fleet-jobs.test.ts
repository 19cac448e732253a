/** Threads run what was built: `npm run build` before this test. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { createFleet } from "../../src/index.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";

const PROGRAM = join(process.cwd(), "bin", "kubeboot.js");

beforeEach(() => {
  enterFolder(
    makeFolder({
      "fleet.yaml": `sources: [host.cfg.j2]
values: { tag: a }
roles: { a: {}, b: { sources: [b.sh] } }
nodes: { "x[1-5]": { role: a }, y: { role: b }, "z[1-2]": { role: a, tag: "{{ nodes.y.name }}" } }
`,
      "host.cfg.j2": "#cloud-config\nhostname: {{ name }}-{{ tag }}\npasword: x\n",
      "b.sh": "#!/bin/sh\n",
      "broken.yaml": `sources: [host.cfg.j2, absent.sh]
roles: { a: {} }
nodes: { "x[1-4]": { role: a, tag: "{{ nam }}" } }
`,
    }),
  );
});

function run(file: string, jobs: number) {
  const args = [PROGRAM, "fleet", file, "-d", `out${jobs}`, "--jobs", String(jobs)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stdout, stderr };
}

function readFiles(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), readFileSync(path, "latin1")]));
}

test.each([2, 3, 20])("%i threads make the same", (jobs) => {
  const one = run("fleet.yaml", 1);
  expect(one.status).toBe(0);
  expect(run("fleet.yaml", jobs)).toEqual(one);
  expect(readFiles(`out${jobs}`)).toEqual(readFiles("out1"));
});

test("threads find the same errors", () => {
  const one = run("broken.yaml", 1);
  expect(one).toMatchObject({ status: 2, stdout: "" });
  expect(one.stderr.trimEnd().split("\n")).toHaveLength(3);
  expect(run("broken.yaml", 3)).toEqual(one);
});

test("a number of threads that makes no sense is refused", async () => {
  await expect(createFleet("fleet.yaml", { jobs: 0 })).rejects.toThrow("jobs must be a whole number of at least 1");
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, "fleet", "fleet.yaml", "-d", "o", "--jobs", "x"]);
  expect({ status, stderr: stderr.toString() }).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("whole number") as string,
  });
});
