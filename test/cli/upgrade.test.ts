import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "kubeboot-upgrade-"));
afterAll(() => rmSync(folder, { recursive: true }));

const POD = "examples/dbserver/dbserver.yaml";
const V1 = "# today's\nkind:   Service\napiVersion: v1";

async function run(args: readonly string[], stdin = ""): Promise<{ status: number; stdout: string; stderr: string }> {
  const { status, stdout, stderr } = await runCli(args, { stdin });
  return { status, stdout: stdout.toString(), stderr };
}

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe("kubeboot upgrade", () => {
  test("writes v1 to stdout and the findings to stderr", async () => {
    const { status, stdout, stderr } = await run(["upgrade", POD]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^#kube-pod\napiVersion: v1\nkind: Pod\nmetadata:\n {2}name: dbserver\nspec:\n/);
    expect(stderr.split("\n")).toEqual([
      `${POD}:5:5: note: \`version\` has no counterpart in v1: left out (apiVersion replaces it)`,
      `${POD}:6:5: note: \`id\` has no counterpart in v1: left out (the id of the object is its name)`,
      "",
    ]);
    expect(await run(["upgrade", "--quiet", POD])).toEqual({ status, stdout, stderr: "" });
    expect(await run(["upgrade", "-"], stdout)).toEqual({ status, stdout, stderr: "" });
  });

  test("writes one object of JSON, or a list of several", async () => {
    const one = await run(["upgrade", "-o", "json", "--quiet", POD]);
    expect(JSON.parse(one.stdout)).toMatchObject({ apiVersion: "v1", kind: "Pod", metadata: { name: "dbserver" } });
    expect(await run(["upgrade", "-o", "json", "-"], one.stdout)).toEqual({ ...one, stderr: "" });
    const two = await run(["upgrade", "-o", "json", POD, write("service.yaml", V1)]);
    expect(JSON.parse(two.stdout)).toMatchObject({ kind: "List", items: [{ kind: "Pod" }, { kind: "Service" }] });
    expect(two.stderr).toContain("service.yaml: note: 1 comment is left out, because JSON does not allow comments\n");
  });

  test("prints v1 unchanged, byte for byte", async () => {
    const bytes = Buffer.from(`\ufeff${V1}  \r\n`);
    const { stdout } = await runCli(["upgrade", write("mark.yaml", bytes)]);
    expect(stdout).toEqual(bytes);
  });

  test.each([["upgrade"], ["bundle", "--upgrade"]])("rejects what is not UTF-8: %s %s", async (...command) => {
    const path = write("latin1.yaml", Buffer.from("#kube-pod\nid: caf\xe9\ndesiredState: {}\n", "latin1"));
    const { status, stdout, stderr } = await run([...command, path]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("the byte at offset 17 is not UTF-8");
  });

  test("separates the documents of several manifests, without their markers", async () => {
    const { stdout } = await run(["upgrade", "--quiet", POD, write("service.yaml", V1), POD]);
    expect(stdout.split("---\n").map((document) => document.split("\n")[0])).toEqual([
      "apiVersion: v1",
      "# today's",
      "apiVersion: v1",
    ]);
    expect(stdout).toContain(`---\n${V1}\n---\n`);
  });

  test.each<[string, string, number, string]>([
    ["what is no manifest", "#!/bin/sh\n", 1, "`text/x-shellscript` is not the type of a Kubernetes manifest"],
    [
      "what v1beta1 refused",
      "id: a\ndesiredState: {manifest: {restartPolicy: Always}}\n",
      1,
      "`restartPolicy` must be a mapping",
    ],
    ["broken YAML", "#kube-pod\nid: [\n", 1, "not valid YAML"],
  ])("rejects %s", async (_, content, status, words) => {
    for (const format of ["yaml", "json"]) {
      const result = await run(["upgrade", "-o", format, "-"], content);
      expect(result).toMatchObject({ status, stdout: "" });
      expect(result.stderr).toContain(words);
    }
  });

  test("says how to write a file", async () => {
    const { status, stderr } = await run(["upgrade", "-o", "new.yaml", POD]);
    expect(status).toBe(2);
    expect(stderr).toContain("Allowed choices are yaml, json; write the file with `> new.yaml`; see `kubeboot upgrade");
  });

  test("exits with 2 if a manifest is missing", async () => {
    expect(await run(["upgrade", join(folder, "missing.yaml")])).toMatchObject({ status: 2, stdout: "" });
    expect(await run(["upgrade"])).toMatchObject({ status: 2, stdout: "" });
  });
});

describe("kubeboot bundle", () => {
  test("delivers v1beta1 unchanged, and warns", async () => {
    const { status, stdout, stderr } = await run(["bundle", POD]);
    expect(status).toBe(0);
    expect(stdout).toContain("\n    version: v1beta1\n");
    expect(stderr).toContain(`${POD}:3: warning: the manifest is written for \`v1beta1\``);
  });

  test("delivers v1 with --upgrade, in order, and JSON as JSON", async () => {
    const service = write(
      "service.json",
      '#kube-service\n{"id": "db", "port": 3306, "containerPort": 3306, "selector": {"name": "db"}}\n',
    );
    const { status, stdout, stderr } = await run(["bundle", "--upgrade", POD, service]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /filename="service\.json"\n\n\{\n {2}"apiVersion": "v1",[^]*filename="dbserver\.yaml"\n\n#kube-pod\napiVersion: v1\n/,
    );
    expect(stderr.match(/^.* warning: .*$/gm)).toEqual([
      expect.stringContaining(`${POD}:12:20: warning: a password or token in plain text`),
    ]);
  });

  test("writes nothing with --upgrade if an object can't be upgraded", async () => {
    const broken = write("broken.yaml", "#kube-pod\nid: A\ndesiredState: {manifest: {}}\n");
    const { status, stdout, stderr } = await run(["bundle", "--upgrade", broken]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(`${broken}:3:16: error: the required field \`containers\` is missing`);
  });
});
