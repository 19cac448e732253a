import { readdirSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { CONFIG, enterSources, SCRIPT } from "../support/enter-sources.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(enterSources);

/** The type and the filename of each part. */
function listParts(blob: Buffer): string[] {
  return [...blob.toString().matchAll(/Content-Type: (text\/[^;]+);[^]*?filename="([^"]+)"/g)].map(
    ([, type, filename]) => `${type} ${filename}`,
  );
}

describe("kubeboot bundle", () => {
  test("writes the blob to stdout, and nothing else anywhere", async () => {
    const before = readdirSync(".");
    const { status, stdout, stderr } = await runCli(["bundle", "base.cfg", "a.sh"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(listParts(stdout)).toEqual(["text/cloud-config base.cfg", "text/x-shellscript a.sh"]);
    expect(readdirSync(".")).toEqual(before);
  });

  test("accepts every kind of source", async () => {
    const sources = ["a.sh:x-shellscript-per-boot", "scripts", "-", "https://example.org/x", "pod.yaml"];
    const { status, stdout, stderr } = await runCli(["bundle", ...sources], { stdin: CONFIG });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(listParts(stdout)).toEqual([
      "text/part-handler kubeboot.py",
      "text/x-shellscript-per-boot a.sh",
      "text/x-shellscript a.sh",
      "text/x-shellscript b.sh",
      "text/cloud-config stdin",
      "text/x-include-url x",
      "text/x-kube-pod pod.yaml",
    ]);
  });

  test.each([
    [["-:cloud-config"]],
    [["--", "-:cloud-config"]],
    [["--gzip", "--quiet", "-o", "out", "-:text/cloud-config"]],
  ])("accepts standard input with a type: %j", async (args) => {
    const { status, stderr } = await runCli(["bundle", ...args], { stdin: "hostname: node" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test.each<[string, string[], number, string[]]>([
    [
      "all that can't be read",
      ["nothing", "a.sh", "void", "/dev/null", "gone:x-own"],
      2,
      [
        "nothing: error: no such file or folder; check the path",
        "void: error: the folder has no files, not counting hidden ones; add files to it, or leave it out",
        "/dev/null: error: the source is a device, not a file; list `-` to read it from standard input",
        "gone: error: no such file or folder",
      ],
    ],
    [
      "text that is not UTF-8",
      ["latin.sh"],
      1,
      [
        "latin.sh: error: the byte at offset 15 is not UTF-8: the `text/x-shellscript` part is lost; save it as UTF-8, or give it a type outside `text/`, as in `PATH:application/octet-stream`",
      ],
    ],
    [
      "the same without checks",
      ["--no-check", "latin.sh"],
      1,
      [
        "latin.sh: error: the byte at offset 15 is not UTF-8: the `text/x-shellscript` part is lost; save it as UTF-8, or give it a type outside `text/`, as in `PATH:application/octet-stream`",
      ],
    ],
    [
      "a byte order mark, with what else there is",
      ["bom.cfg", "old.conf"],
      1,
      [
        "bom.cfg:1:1: error: the `text/cloud-config` part begins with a byte order mark, which hides its marker; save it as UTF-8 without a byte order mark (BOM)",
        "old.conf: warning: cloud-init 22.2 removed `text/upstart-job`: newer releases ignore the part; replace it with a systemd unit, written by `write_files` and started by `runcmd`",
      ],
    ],
    [
      "only the errors, when quiet",
      ["--quiet", "bom.cfg", "old.conf"],
      1,
      [
        "bom.cfg:1:1: error: the `text/cloud-config` part begins with a byte order mark, which hides its marker; save it as UTF-8 without a byte order mark (BOM)",
      ],
    ],
    [
      "a warning, with --strict",
      ["--strict", "--quiet", "old.conf"],
      1,
      [
        "old.conf: error: cloud-init 22.2 removed `text/upstart-job`: newer releases ignore the part; replace it with a systemd unit, written by `write_files` and started by `runcmd`",
      ],
    ],
    [
      "a boundary inside a part",
      ["--boundary", "echo", "a.sh"],
      1,
      ["a.sh: error: the boundary `echo` occurs in `a.sh`; choose another `--boundary`, or leave the option out"],
    ],
    ["standard input twice", ["-", "-:x-own"], 2, ["kubeboot: error: standard input (-) can be listed only once"]],
    [
      "a boundary that can't be",
      ["--boundary", "ends in a blank ", "a.sh"],
      2,
      [
        "kubeboot: error: invalid boundary: use 1 to 70 of A-Z a-z 0-9 ' ( ) + _ , - . / : = ? and spaces, but no space at the end (RFC 2046)",
      ],
    ],
    [
      "a merge type that can't be",
      ["-M", "append", "a.sh"],
      2,
      ["kubeboot: error: invalid merge type `append`: `append` is not `dict(…)`, `list(…)` or `str(…)`"],
    ],
    [
      "a default type that can't be",
      ["-T", "x", "a.sh"],
      2,
      ['kubeboot: error: "x" is not a content type: write it like text/x-shellscript'],
    ],
    [
      "a timeout that is no number",
      ["--handler-timeout", "soon", "a.sh"],
      2,
      ["kubeboot: error: the handler timeout must be a whole number of seconds, from 1 to 86400"],
    ],
    [
      "a report without a file for the blob",
      ["--json", "a.sh"],
      2,
      ["kubeboot: error: --json needs -o FILE, because stdout is for the report"],
    ],
  ])("rejects, one line each: %s", async (_, args, expectedStatus, lines) => {
    const { status, stdout, stderr } = await runCli(["bundle", ...args], { stdin: SCRIPT });
    expect(stderr).toBe(lines.map((line) => `${line}\n`).join(""));
    expect(status).toBe(expectedStatus);
    expect(stdout).toHaveLength(0);
  });

  test.each([
    [["--merge", "base.cfg", "more.cfg"]],
    [["base.cfg", "more.cfg", "--merge"]],
    [["--merge=dict(replace)", "base.cfg", "more.cfg"]],
  ])("merges the cloud-configs, and takes no source for a merge type: %j", async (args) => {
    writeFileSync("more.cfg", "#cloud-config\nfqdn: a.example\n");
    const { status, stdout, stderr } = await runCli(["bundle", ...args]);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: "kubeboot: note: 2 cloud-configs are merged into `cloud-config.yaml`, without their comments\n",
    });
    expect(stdout.toString()).toMatch(/\nfqdn: a\.example\n/);
  });

  test.each([
    ["notes.txt", /`#cloud-config`, .*`#kube-manifest`, or add the type: `PATH:text\/x-shellscript`$/],
    ["empty.sh", /the file is empty; leave it out, or add what is missing$/],
    ["-", /the file is empty; leave it out, or add what is missing$/],
  ])("rejects a source without a type, and says what to do: %s", async (source, fix) => {
    const { status, stdout, stderr } = await runCli(["bundle", source]);
    expect(status).toBe(1);
    expect(stdout).toHaveLength(0);
    expect(stderr).toMatch(/^[^\n]*: error: no content type: [^\n]*\n$/);
    expect(stderr.trimEnd()).toMatch(fix);
  });

  test.each([
    ["listed twice", ["notes.txt:x-own", "notes.txt:x-own"], "notes.txt: warning: the source is listed more than once"],
    ["empty with a type", ["empty.sh:x-own"], "empty.sh: warning: the part is empty"],
    ["removed", ["old.conf"], "old.conf: warning: cloud-init 22.2 removed `text/upstart-job`"],
    ["numbered", ["scripts/b.sh", "scripts/a.sh"], "scripts/b.sh: note: delivered as `01-b.sh`"],
    ["merged without need", ["-M", "dict()", "a.sh"], "kubeboot: note: the merge type is unused"],
  ])("warns, and goes on: %s", async (_, args, line) => {
    const { status, stdout, stderr } = await runCli(["bundle", ...args]);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(0);
    expect(stderr.split("\n")[0]).toContain(line);
    expect(await runCli(["bundle", "--quiet", ...args])).toEqual({ status, stdout, stderr: "" });
  });

  test("refuses a script that the shell does not read to its end, with the line", async () => {
    writeFileSync("open.sh", "#!/bin/bash\nset -e\nif true; then\n  echo\n");
    const refused = await runCli(["bundle", "open.sh"]);
    expect(refused).toMatchObject({ status: 1, stdout: Buffer.alloc(0) });
    expect(refused.stderr).toContain("open.sh:3:1: error: `if` is not closed");
    expect(await runCli(["bundle", "--no-check", "open.sh"])).toMatchObject({ status: 0, stderr: "" });
  });

  test("--no-check skips all that does not affect the message", async () => {
    const { status, stderr } = await runCli(["bundle", "--no-check", "bom.cfg", "old.conf", "empty.sh:x-own"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("--default-type, --merge-type, --boundary and --keep-order", async () => {
    const args = ["-T", "text/x-own", "-M", "list(append)+dict(recurse_list)", "--boundary", "mine"];
    const { stdout } = await runCli(["bundle", ...args, "--keep-order", "base.cfg", "notes.txt", "more.cfg"]);
    expect(listParts(stdout)).toEqual([
      "text/cloud-config base.cfg",
      "text/x-own notes.txt",
      "text/cloud-config more.cfg",
    ]);
    const parts = stdout.toString().split("\n--mine");
    expect(parts.map((part) => part.includes("\nX-Merge-Type: list(append)+dict(recurse_list)\n"))).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});
