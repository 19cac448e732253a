import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { measureWidth } from "../../src/cli/text-width.ts";
import { CONFIG, enterSources, SCRIPT } from "../support/enter-sources.ts";
import { makeMessage } from "../support/make-message.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(enterSources);

/** The stdout of a command line that prints nothing else. */
async function run(...argv: string[]): Promise<string> {
  const { status, stdout, stderr } = await runCli(argv);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.toString();
}

describe("the table", () => {
  test("lists parts, layers and the tightest limits", async () => {
    await run("bundle", "--quiet", "a.sh", "base.cfg", "-o", "blob");
    const size = readFileSync("blob").length;
    expect(await run("inspect", "blob")).toMatch(
      new RegExp(`^#  TYPE                FILENAME  ENCODING  BYTES
1  text/x-shellscript  a.sh      7bit         18
2  text/cloud-config   base.cfg  7bit         30

2 parts, ${size} bytes

kubevirt +\\[#+-+\\] +\\d+ %  ${size} of 2048 bytes
[^]*$`),
    );
    writeFileSync("wrapped", gzipSync(readFileSync("blob")).toString("base64"));
    const wrapped = readFileSync("wrapped").length;
    expect(await run("inspect", "wrapped")).toContain(`\n2 parts, ${wrapped} bytes: base64 of gzip of ${size} bytes\n`);
  });

  test("is the same from standard input", async () => {
    const { stdout } = await runCli(["inspect", "-"], { stdin: SCRIPT });
    expect(stdout.toString()).toContain(
      "1  text/x-shellscript  part-001  -            18\n   declared: no type, no filename\n\n1 part, 18 bytes\n",
    );
  });

  test("shows what was declared if cloud-init treats it differently", async () => {
    writeFileSync(
      "blob",
      makeMessage(`Content-Type: Text/Plain; charset=x\n\n${CONFIG}`, `Content-Type: text/x-own\n\nx`),
    );
    const lines = (await run("inspect", "blob")).split("\n");
    expect(lines[1]).toMatch(/^1 {2}text\/cloud-config +part-001 /);
    expect(lines[2]).toBe("   declared: Text/Plain, no filename");
    expect(lines[3]).toMatch(/^2 {2}text\/x-own +part-002 /);
    expect(lines[4]).toBe("   declared: no filename");
  });

  test.each([
    ["x".repeat(300), "text/plain"],
    ["日本語".repeat(40), "text/plain"],
    ["x".repeat(300), `application/${"y".repeat(300)}`],
    ["x", `application/${"y".repeat(300)}`],
  ])("fits a terminal, and nothing is cut elsewhere: %s %s", async (filename, type) => {
    const headers = `Content-Type: ${type}\nContent-Disposition: attachment; filename="${filename}"\nContent-Transfer-Encoding: quoted-printable`;
    writeFileSync("blob", makeMessage(`${headers}\n\n#!/bin/sh`));
    const { stdout } = await runCli(["inspect", "blob"], { tty: true });
    const lines = stdout.toString().split("\n");
    expect(lines.filter((line) => measureWidth(line) > 80)).toEqual([]);
    expect(lines[1]).toContain("…");
    expect(lines[1]).toMatch(/quoted-printable +9$/);
    const whole = await run("inspect", "blob");
    expect(whole).toContain(`  ${filename.padEnd("FILENAME".length)}  quoted-printable `);
    expect(whole).not.toContain("…");
  });

  test("never lets a name write to the terminal", async () => {
    writeFileSync(
      "blob",
      makeMessage("Content-Disposition: x; filename*=utf-8''%1b%5b31m%0a%e2%80%aetxt.exe\n\n#!/bin/sh"),
    );
    const text = await run("inspect", "blob");
    expect(text).toContain("\\x1b[31m\\x0a\\u202etxt.exe");
    expect(text).not.toMatch(/[\x1b\u202e]/);
    const json = await run("inspect", "--json", "blob");
    expect(json).not.toMatch(/[\x1b\u202e]/);
    expect(JSON.parse(json).parts[0].filename).toBe("\x1b[31m\n\u202etxt.exe");
  });
});

describe("--platform", () => {
  test.each([
    ["ec2", /^ec2 {2}\[####################\] {2}122 % {2}20000 of 16384 bytes$/],
    ["aws", /^ec2 /],
    ["nova", /^openstack {2}\[#{9}-{11}\] {2}40 % {2}26668 of 65535 bytes of base64$/],
    ["nocloud", /^nocloud: no limit$/],
    ["scaleway", /^scaleway: no known limit$/],
  ])("%s", async (name, expected) => {
    writeFileSync("blob", SCRIPT.padEnd(20_000, "#"));
    const lines = (await run("inspect", "--platform", name, "blob")).trimEnd().split("\n");
    expect(lines.at(-1)).toMatch(expected);
  });

  test.each([
    ["ec2", "ec2  \x1b[31m[####################]  122 %\x1b[0m  20000 of 16384 bytes"],
    ["nova", "openstack  [#########-----------]  40 %  26668 of 65535 bytes of base64"],
  ])("%s: a bar over the limit is red", async (name, expected) => {
    writeFileSync("blob", SCRIPT.padEnd(20_000, "#"));
    const { stdout } = await runCli(["inspect", "--platform", name, "blob"], { tty: true });
    expect(stdout.toString().trimEnd().split("\n").at(-1)).toBe(expected);
  });

  test("with an unknown name is a usage error", async () => {
    const { status, stderr } = await runCli(["inspect", "--platform", "mars", "a.sh"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kubeboot: error: unknown platform "mars": use one of openstack, ec2, .*\n$/);
  });
});

test("--json contains everything", async () => {
  await run("bundle", "--quiet", "a.sh", "-zo", "blob");
  const { status, stdout, stderr } = await runCli(["inspect", "--json", "--platform", "ec2", "blob"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { bytes } = JSON.parse(stdout.toString());
  expect(bytes).toBe(readFileSync("blob").length);
  expect(JSON.parse(stdout.toString())).toEqual({
    bytes,
    layers: ["gzip"],
    messageBytes: expect.any(Number),
    parts: [
      {
        index: 0,
        number: 1,
        type: "text/x-shellscript",
        filename: "a.sh",
        transferEncoding: "7bit",
        bytes: SCRIPT.length,
        sha256: createHash("sha256").update(SCRIPT).digest("hex"),
        headers: {
          "Content-Type": 'text/x-shellscript; charset="utf-8"',
          "MIME-Version": "1.0",
          "Content-Transfer-Encoding": "7bit",
          "Content-Disposition": 'attachment; filename="a.sh"',
        },
        declared: { type: "text/x-shellscript", filename: "a.sh", transferEncoding: "7bit" },
        effectiveType: "text/x-shellscript",
        offset: { headers: expect.any(Number), body: expect.any(Number) },
      },
    ],
    limits: [{ platform: "ec2", bytes, limit: 16_384 }],
    findings: [],
  });
});

describe("--part", () => {
  test("writes exact bytes", async () => {
    const binary = Uint8Array.from({ length: 256 }, (_, index) => index);
    writeFileSync("bin", binary);
    await run("bundle", "a.sh", "bin:application/octet-stream", "--quiet", "-zbo", "blob");
    const { stdout } = await runCli(["inspect", "--part", "2", "blob"]);
    expect(stdout).toEqual(Buffer.from(binary));
  });

  test.each([
    ["3", "no part 3: the blob has 2 parts"],
    ["0", "argument '0' is invalid. It must be a whole number of at least 1"],
    ["x", "argument 'x' is invalid. It must be a whole number of at least 1"],
    ["1 --json", "cannot be used with"],
  ])("%s is a usage error", async (args, problem) => {
    await run("bundle", "--quiet", "a.sh", "base.cfg", "-o", "blob");
    const { status, stdout, stderr } = await runCli(["inspect", "blob", "--part", ...args.split(" ")]);
    expect(status).toBe(2);
    expect(stdout).toHaveLength(0);
    expect(stderr).toMatch(/^kubeboot: error: [^\n]*\n$/);
    expect(stderr).toContain(problem);
  });
});

describe("a problem of a blob", () => {
  test("is reported beside its content, and in the exit status", async () => {
    writeFileSync("blob", `\n${makeMessage(`Content-Type: text/x-shellscript\n\n${SCRIPT}`)}`);
    for (const args of [[], ["--json"], ["--part", "1"], ["--diff", "a.sh"], ["--quiet"]]) {
      const { status, stdout, stderr } = await runCli(["inspect", "blob", ...args]);
      expect(status).toBe(1);
      expect(stdout.toString()).toContain(args[0] === "--part" ? SCRIPT : "text/x-shellscript");
      expect(stderr).toMatch(/^blob: error: a blank line or a byte order mark precedes the headers[^\n]*\n$/);
    }
  });

  test.each([
    [["nothing"], 2, "nothing: error: no such file or folder; check the path\n"],
    [["notes.txt"], 1, expect.stringMatching(/^notes.txt: error: cloud-init does not recognize the blob[^\n]*\n$/)],
    [["a.sh", "--max-bytes", "17"], 1, expect.stringMatching(/^a.sh: error: [^\n]*17 bytes[^\n]*--max-bytes[^\n]*\n$/)],
    [
      ["a.sh", "--max-bytes", "all"],
      2,
      expect.stringMatching(/^kubeboot: error: option '--max-bytes <BYTES>'[^\n]*\n$/),
    ],
  ])("ends it in one line: %j", async (args, status, stderr) => {
    const result = await runCli(["inspect", ...args]);
    expect(result).toMatchObject({ status, stderr });
    expect(result.stdout).toHaveLength(0);
  });
});
