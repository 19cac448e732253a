import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { listCheckCodes } from "../../src/findings/table.ts";
import type { Finding } from "../../src/index.ts";
import { enterSources } from "../support/enter-sources.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(enterSources);

/** Exit status and output, as text. */
async function lint(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const { status, stdout, stderr } = await runCli(["lint", ...args]);
  return { status, stdout: stdout.toString(), stderr };
}

describe("kubeboot lint", () => {
  test("prints nothing without findings", async () => {
    expect(await lint("a.sh", "base.cfg")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("judges a blob for a platform with a strict reader of MIME of its own", async () => {
    writeFileSync("blob", 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n#!/bin/sh\n--b--\n');
    expect((await lint("blob")).stdout).toContain("mime-blank-line)");
    expect((await lint("blob", "--platform", "eks")).stdout).toContain("mime-blank-line-eks)");
  });

  test("groups by file, shows the line, and counts", async () => {
    expect(await lint("latin.sh", "old.conf", "bom.cfg")).toEqual({
      status: 1,
      stderr: "",
      stdout: `latin.sh
  error: the byte at offset 15 is not UTF-8: the \`text/x-shellscript\` part is lost (text-not-utf8)
    hint: save it as UTF-8, or give it a type outside \`text/\`, as in \`PATH:application/octet-stream\`

old.conf
  warning: cloud-init 22.2 removed \`text/upstart-job\`: newer releases ignore the part (type-removed)
    hint: replace it with a systemd unit, written by \`write_files\` and started by \`runcmd\`

bom.cfg
  1:1: error: the \`text/cloud-config\` part begins with a byte order mark, which hides its marker (text-bom)
    1 | #cloud-config
      | ^
    hint: save it as UTF-8 without a byte order mark (BOM)

2 errors, 1 warning
`,
    });
  });

  test("does not show a line that holds a secret", async () => {
    const { stdout } = await runCli(["lint", "-:cloud-config"], {
      stdin: "#cloud-config\npassword: letmein\nhostname: a # kubeboot: allow no-code\n",
    });
    expect(stdout.toString()).toContain("2:11: warning: a password or token");
    expect(stdout.toString()).toContain("3 | hostname: a # kubeboot: allow no-code");
    expect(stdout.toString()).not.toContain("letmein");
  });

  test.each<[string, string[], number, string]>([
    ["a note", ["scripts/b.sh", "scripts/a.sh"], 0, "2 notes"],
    ["a warning", ["old.conf"], 0, "1 warning"],
    ["a warning, with --strict", ["--strict", "old.conf"], 1, "1 error"],
    ["an error", ["bom.cfg"], 1, "1 error"],
    ["an error, with --quiet", ["--quiet", "bom.cfg", "old.conf"], 1, "1 error"],
  ])("counts %s", async (_, args, expected, count) => {
    const { status, stdout, stderr } = await lint(...args);
    expect({ status, stderr, count: stdout.split("\n").at(-2) }).toEqual({ status: expected, stderr: "", count });
  });

  test("--quiet omits warnings and notes, in every format", async () => {
    expect(await lint("--quiet", "old.conf")).toMatchObject({ status: 0, stdout: "" });
    const { stdout } = await lint("--quiet", "--json", "old.conf");
    expect(JSON.parse(stdout)).toEqual({ complete: true, findings: [] });
  });

  test.each([[["--json"]], [["--format", "json"]]])("%j prints the findings as one object", async (args) => {
    const { status, stdout } = await lint(...args, "bom.cfg", "old.conf");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      complete: true,
      findings: [
        expect.objectContaining({ code: "text-bom", severity: "error", path: "bom.cfg", line: 1, column: 1 }),
        expect.objectContaining({ code: "type-removed", severity: "warning", path: "old.conf", line: null }),
      ],
    });
  });

  test.each([[[]], [["-z"]], [["-z", "-b"]]])(
    "checks the parts of a finished blob one after another: %j",
    async (flags) => {
      const { stdout: blob } = await runCli(["bundle", "--no-check", ...flags, "a.sh", "bom.cfg"]);
      const { status, stdout } = await runCli(["lint", "-", "old.conf"], { stdin: blob });
      expect({ status, stdout: stdout.toString() }).toEqual({
        status: 1,
        stdout: `-[2] bom.cfg
  1:1: error: the \`text/cloud-config\` part begins with a byte order mark, which hides its marker (text-bom)
    1 | #cloud-config
      | ^
    hint: save it as UTF-8 without a byte order mark (BOM)

old.conf
  warning: cloud-init 22.2 removed \`text/upstart-job\`: newer releases ignore the part (type-removed)
    hint: replace it with a systemd unit, written by \`write_files\` and started by \`runcmd\`

1 error, 1 warning
`,
      });
    },
  );

  test("reports why a blob is broken, and checks the others", async () => {
    const { stdout: blob } = await runCli(["bundle", "-z", "a.sh"]);
    const { status, stdout } = await runCli(["lint", "--json", "-", "old.conf"], { stdin: blob.subarray(0, 30) });
    const { findings } = JSON.parse(stdout.toString()) as { findings: Finding[] };
    expect({ status, codes: findings.map(({ path, code }) => [path, code]) }).toEqual({
      status: 1,
      codes: [
        ["-", "blob-gzip-broken"],
        ["old.conf", "type-removed"],
      ],
    });
  });

  test("treats a file with a type as that type, even a blob", async () => {
    const { stdout: blob } = await runCli(["bundle", "--no-check", "bom.cfg"]);
    expect(await runCli(["lint", "-:text/plain"], { stdin: blob })).toMatchObject({ status: 0 });
  });

  test("reads standard input", async () => {
    const { status, stdout } = await runCli(["lint", "-:upstart-job"], { stdin: "x" });
    expect({ status, heading: stdout.toString().split("\n")[0] }).toEqual({ status: 0, heading: "-" });
  });

  test.each<[string, { tty: boolean; env: Record<string, string> }, boolean]>([
    ["a terminal", { tty: true, env: {} }, true],
    ["a terminal with NO_COLOR", { tty: true, env: { NO_COLOR: "1" } }, false],
    ["no terminal", { tty: false, env: {} }, false],
  ])("colours severities or not: %s", async (_, setting, colored) => {
    const { stdout } = await runCli(["lint", "bom.cfg"], setting);
    expect(stdout.includes("\x1b[31merror\x1b[0m: the ")).toBe(colored);
  });

  test.each<[string, string[], string]>([
    ["nothing to check", [], "kubeboot: error: missing required argument 'SOURCE'; see `kubeboot lint --help`\n"],
    ["what can't be read", ["nothing"], "nothing: error: no such file or folder; check the path\n"],
    [
      "two formats",
      ["--json", "--format", "sarif", "a.sh"],
      "kubeboot: error: option '--json' cannot be used with option '--format <FORMAT>'; see `kubeboot lint --help`\n",
    ],
    [
      "a list of no such format",
      ["--list", "--format", "sarif"],
      "kubeboot: error: --list supports the formats text and json only\n",
    ],
  ])("refuses %s", async (_, args, stderr) => {
    expect(await lint(...args)).toEqual({ status: 2, stdout: "", stderr });
  });
});

describe("kubeboot lint --list", () => {
  test("prints every check in order: code, severity, reason", async () => {
    const { status, stdout } = await lint("--list");
    expect(status).toBe(0);
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/ {2,}/));
    expect(rows.shift()).toEqual(["CODE", "SEVERITY", "REASON"]);
    expect(rows.map(([code]) => code)).toEqual(listCheckCodes());
    expect(rows).toContainEqual([
      "part-empty",
      "warning",
      "an empty part does nothing, and is often the result of an unset variable",
    ]);
  });

  test("prints them as JSON", async () => {
    const { stdout } = await lint("--list", "--json");
    const { checks } = JSON.parse(stdout) as { checks: { code: string }[] };
    expect(checks.map(({ code }) => code)).toEqual(listCheckCodes());
    expect(checks).toContainEqual({
      code: "part-empty",
      severity: "warning",
      reason: "an empty part does nothing, and is often the result of an unset variable",
      hint: "remove it, or add its content",
    });
  });
});
