import { createHash } from "node:crypto";
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import type { Finding } from "../../src/index.ts";
import { enterSources, SCRIPT } from "../support/enter-sources.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(enterSources);

describe("gzip and base64", () => {
  test("wrap the message", async () => {
    const { stdout: plain } = await runCli(["bundle", "a.sh"]);
    const { stdout: gzip } = await runCli(["bundle", "-z", "a.sh"]);
    const { stdout: base64 } = await runCli(["bundle", "-b", "a.sh"]);
    const { stdout: both } = await runCli(["bundle", "--gzip", "--base64", "a.sh"]);
    expect(gunzipSync(gzip)).toEqual(plain);
    expect(base64.toString()).toBe(plain.toString("base64"));
    expect(both.toString()).toBe(gzip.toString("base64"));
  });

  test("gzip is not written to a terminal", async () => {
    const refused = await runCli(["bundle", "-z", "a.sh"], { tty: true, env: { COLUMNS: "120" } });
    expect(refused).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("to a terminal: use -o or redirect stdout"),
    });
    expect(refused.stdout).toHaveLength(0);
    for (const args of [["-z", "-b"], ["-z", "-o", "out"], []]) {
      expect((await runCli(["bundle", ...args, "a.sh"], { tty: true })).status).toBe(0);
    }
  });
});

const runOut = async (...args: string[]) => runCli(["bundle", "a.sh", "-o", "out", ...args]);

describe("-o FILE", () => {
  test("writes the blob, readable only by its owner, and leaves nothing else", async () => {
    const before = readdirSync(".");
    const { status, stdout, stderr } = await runCli(["bundle", "a.sh", "-o", "out"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: `out: 1 part, ${statSync("out").size} bytes\n` });
    expect(stdout).toHaveLength(0);
    expect(statSync("out").mode & 0o777).toBe(0o600);
    expect(readFileSync("out")).toEqual((await runCli(["bundle", "a.sh"])).stdout);
    expect(readdirSync(".")).toEqual([...before, "out"].toSorted());
  });

  test.each(["a.sh", "a.sh:x-shellscript", "./a.sh", "link"])("replaces no source: %s", async (source) => {
    symlinkSync("a.sh", "link");
    const content = readFileSync("a.sh");
    const { status, stderr } = await runCli(["bundle", source, "-o", "a.sh"]);
    expect(status).toBe(2);
    expect(stderr).toBe(`kubeboot: error: -o a.sh would replace the source ${source}: write to another file\n`);
    expect(readFileSync("a.sh")).toEqual(content);
  });

  test.each([
    ["#cloud-config\npackages: [nginx]\n", "`#cloud-config`"],
    ["#!/bin/sh\n", "`#!`"],
    ["---\n# of the web\nkind: Pod\napiVersion: v1\n", "`apiVersion`"],
    ['{"kind": "Pod", "apiVersion": "v1"}', "`apiVersion`"],
  ])("replaces no file that is no blob: %j", async (content, sign) => {
    writeFileSync("web", content);
    const { status, stderr } = await runCli(["bundle", "-o", "web", "a.sh"]);
    expect(status).toBe(2);
    expect(stderr).toContain(`-o web would replace a file with ${sign}, which is no blob: `);
    expect(readFileSync("web", "utf8")).toBe(content);
  });

  test.each(["", "an earlier attempt\n"])("replaces %j", async (content) => {
    writeFileSync("out", content);
    expect((await runOut()).status).toBe(0);
    expect((await runOut()).status).toBe(0);
  });

  test("reads no earlier blob in a listed folder", async () => {
    mkdirSync("d");
    writeFileSync("d/a.sh", SCRIPT);
    const args = ["bundle", "d:x-shellscript", "-o", "d/out"];
    expect((await runCli(args)).status).toBe(0);
    const blob = readFileSync("d/out");
    expect(await runCli(args)).toMatchObject({
      status: 2,
      stderr:
        "kubeboot: error: -o d/out exists, and would be read as a source, because d:x-shellscript is listed: write to a file elsewhere, or add --exclude out\n",
    });
    expect((await runCli([...args, "--exclude", "out"])).status).toBe(0);
    expect(readFileSync("d/out")).toEqual(blob);
  });

  test("says how much of the limit of the platform it takes, if that is known", async () => {
    expect((await runOut("--platform", "OpenStack")).stderr).toMatch(
      /^out: 1 part, \d+ bytes, 0 % of the limit of openstack\n$/,
    );
    expect(await runOut("--quiet")).toMatchObject({ status: 0, stderr: "" });
    expect(await runOut("--json")).toMatchObject({ status: 0, stderr: "" });
  });

  test("- is stdout", async () => {
    const { stdout } = await runCli(["bundle", "a.sh", "-o", "-"]);
    expect(stdout).toEqual((await runCli(["bundle", "a.sh"])).stdout);
    expect((await runCli(["bundle", "a.sh", "--json", "-o", "-"])).status).toBe(2);
  });

  test("replaces the file at once, with a stricter mode", async () => {
    writeFileSync("out", "old", { mode: 0o644 });
    linkSync("out", "same");
    await runCli(["bundle", "a.sh", "-o", "out"]);
    expect(readFileSync("same", "utf8")).toBe("old");
    expect(readFileSync("out", "utf8")).toMatch(/^Content-Type/);
    expect(statSync("out").mode & 0o777).toBe(0o600);
  });

  test("follows a link", async () => {
    writeFileSync("target", "old");
    symlinkSync("target", "out");
    await runCli(["bundle", "a.sh", "-o", "out"]);
    expect(lstatSync("out").isSymbolicLink()).toBe(true);
    expect(readFileSync("target", "utf8")).toMatch(/^Content-Type/);
  });

  test.each([["nothing"], ["notes.txt"], ["--boundary", "echo", "a.sh"], ["-", "-"]])(
    "keeps the old file if the run fails: %s",
    async (...args) => {
      writeFileSync("out", "old", { mode: 0o640 });
      const before = readdirSync(".");
      expect((await runCli(["bundle", "-o", "out", ...args])).status).toBeGreaterThan(0);
      expect(readFileSync("out", "utf8")).toBe("old");
      expect(statSync("out").mode & 0o777).toBe(0o640);
      expect(readdirSync(".")).toEqual(before);
    },
  );

  test.each([
    ["no folder", "nowhere/out"],
    ["a folder", "scripts"],
    ["behind a file", "a.sh/out"],
  ])("that can't be written: %s", async (_, file) => {
    const before = readdirSync(".");
    const { status, stdout, stderr } = await runCli(["bundle", "a.sh", "-o", file]);
    expect(status).toBe(2);
    expect(stdout).toHaveLength(0);
    expect(stderr).toMatch(new RegExp(`^kubeboot: error: ${file} can't be written: [a-z -]+\n$`));
    expect(readdirSync(".")).toEqual(before);
  });
});

describe("--json", () => {
  test("reports the blob, its parts and the findings", async () => {
    const args = ["bundle", "--json", "-o", "out", "-z", "-b", "scripts/b.sh", "a.sh"];
    const { status, stdout } = await runCli(args);
    expect(status).toBe(0);
    expect(stdout.toString()).toMatch(/^\{\n {2}"bytes": [^]*\}\n$/);
    const sha256 = createHash("sha256").update(SCRIPT).digest("hex");
    const part = (index: number, filename: string) => ({
      index,
      type: "text/x-shellscript",
      filename,
      transferEncoding: "7bit",
      bytes: SCRIPT.length,
      sha256,
      headers: {
        "Content-Type": 'text/x-shellscript; charset="utf-8"',
        "MIME-Version": "1.0",
        "Content-Transfer-Encoding": "7bit",
        "Content-Disposition": `attachment; filename="${filename}"`,
      },
    });
    expect(JSON.parse(stdout.toString())).toEqual({
      bytes: statSync("out").size,
      layers: ["base64", "gzip"],
      parts: [part(0, "01-b.sh"), part(1, "02-a.sh")],
      findings: [found("scripts/b.sh", "01-b.sh"), found("a.sh", "02-a.sh")],
    });
  });

  test.each<[string, string[], number, string]>([
    ["has errors", ["bom.cfg"], 1, "text-bom"],
    ["can't be read", ["nothing"], 2, "source-missing"],
    ["has warnings, with --strict", ["--strict", "old.conf"], 1, "type-removed"],
    ["has no instance data", ["--instance-data", "a.sh", "a.sh"], 2, "run-stopped"],
    ["has no file for a value", ["--set-file", "a=nothing", "a.sh"], 2, "run-stopped"],
  ])("reports only the findings of what %s, and prints them too", async (_, args, expected, code) => {
    const { status, stdout, stderr } = await runCli(["bundle", "--json", "-o", "out", ...args]);
    expect({ status, report: JSON.parse(stdout.toString()) }).toEqual({
      status: expected,
      report: { bytes: null, layers: [], parts: [], findings: [expect.objectContaining({ code, severity: "error" })] },
    });
    expect(stderr).toMatch(/^[^\n]+: error: [^\n]+\n$/);
  });

  test("prints no report of a usage error", async () => {
    const { status, stdout } = await runCli(["bundle", "--json", "-o", "out", "-T", "x", "a.sh"]);
    expect({ status, stdout: stdout.toString() }).toEqual({ status: 2, stdout: "" });
  });

  test.each([
    [[], []],
    [["-z"], ["gzip"]],
    [["-b"], ["base64"]],
  ])("names the layers from the outside in: %j", async (flags, layers) => {
    const { stdout } = await runCli(["bundle", "--json", "-o", "out", ...flags, "a.sh"]);
    expect(JSON.parse(stdout.toString())).toMatchObject({ layers });
  });
});

function found(path: string, filename: string): Finding {
  return {
    code: "scripts-numbered",
    severity: "note",
    path,
    part: null,
    line: null,
    column: null,
    message: `delivered as \`${filename}\`: cloud-init runs scripts in the order of their names`,
    hint: null,
    args: { filename },
  };
}
