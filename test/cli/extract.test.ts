import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { CONFIG, enterSources, SCRIPT } from "../support/enter-sources.ts";
import { makeMessage } from "../support/make-message.ts";
import { runCli } from "../support/run-cli.ts";

const BIN = resolve("bin/kubeboot.js");
const LEFT_OUT =
  "blob[1]: note: left out, because `kubeboot bundle` adds this part handler again; use `--handler` to extract it too\n";

beforeEach(enterSources);

async function bundle(...args: string[]): Promise<Buffer> {
  const { status, stdout } = await runCli(["bundle", "--quiet", ...args]);
  expect(status).toBe(0);
  return stdout;
}

/** Extracts `blob`, and returns the sources that stdout lists. */
async function extract(blob: Uint8Array, ...args: string[]): Promise<{ sources: string[]; stderr: string }> {
  writeFileSync("blob", blob);
  const { status, stdout, stderr } = await runCli(["extract", "blob", "-d", "parts", ...args]);
  expect(status).toBe(0);
  expect(stdout.toString()).toMatch(/^(.+\n)+$/);
  return { sources: stdout.toString().trimEnd().split("\n"), stderr };
}

describe("bundling what stdout lists makes the same blob again", () => {
  test.each<[string, string[], string[], string]>([
    ["plain sources", ["a.sh", "base.cfg"], ["parts/a.sh", "parts/base.cfg"], ""],
    [
      "types that the content does not give away",
      ["a.sh:x-shellscript-per-boot", "notes.txt:text/plain", "base.cfg:application/x-own"],
      ["parts/a.sh:text/x-shellscript-per-boot", "parts/notes.txt:text/plain", "parts/base.cfg:application/x-own"],
      "",
    ],
    ["manifests, without the part handler", ["pod.yaml", "a.sh"], ["parts/pod.yaml", "parts/a.sh"], LEFT_OUT],
    [
      "a part handler that bundling would not make",
      ["pod.yaml", "--handler", "directory", "--manifest-dir", "/manifests"],
      ["parts/kubeboot.py", "parts/pod.yaml"],
      "",
    ],
    ["a part handler without manifests", ["a.sh", "--handler", "watch"], ["parts/kubeboot.py", "parts/a.sh"], ""],
    ["a URL", ["https://example.com/more.cfg"], ["parts/more.cfg"], ""],
    ["numbered scripts", ["scripts/b.sh", "a.sh"], ["parts/01-b.sh", "parts/02-a.sh"], ""],
  ])("%s", async (_, args, expected, told) => {
    const blob = await bundle(...args);
    const { sources, stderr } = await extract(blob);
    expect({ sources, stderr }).toEqual({ sources: expected, stderr: told });
    expect(await bundle(...sources)).toEqual(blob);
  });

  test("with --handler the part handler is a file too", async () => {
    const blob = await bundle("pod.yaml");
    const { sources, stderr } = await extract(blob, "--handler");
    expect({ sources, stderr }).toEqual({ sources: ["parts/kubeboot.py", "parts/pod.yaml"], stderr: "" });
    expect(await bundle(...sources)).toEqual(blob);
  });

  test("with --handler none, which a note names", async () => {
    const blob = await bundle("pod.yaml", "--handler", "none");
    const { sources, stderr } = await extract(blob);
    expect({ sources, stderr }).toEqual({
      sources: ["parts/pod.yaml"],
      stderr:
        "blob: note: the blob has no part handler for its manifests: `kubeboot bundle` will add one; bundle with `--handler none` if the instance has its own\n",
    });
    expect(await bundle(...sources, "--handler", "none")).toEqual(blob);
  });

  test("with --merge-type, which a note names", async () => {
    const spec = "list(append)+dict(recurse_list)+str()";
    const blob = await bundle("base.cfg", "more.cfg", "-M", spec);
    const { sources, stderr } = await extract(blob);
    expect(stderr).toBe(
      `blob[2]: note: the header \`X-Merge-Type: ${spec}\` is lost, because files have no headers; bundle with \`--merge-type '${spec}'\`\n`,
    );
    expect(await bundle(...sources, "-M", spec)).toEqual(blob);
  });

  test("also from a folder whose name begins with a dash", async () => {
    const blob = await bundle("a.sh");
    writeFileSync("blob", blob);
    const { stdout } = await runCli(["extract", "blob", "--directory=-d"]);
    expect(stdout.toString()).toBe("./-d/a.sh\n");
    expect(await bundle(stdout.toString().trimEnd())).toEqual(blob);
  });

  test("through xargs", async () => {
    writeFileSync("my script.sh", SCRIPT);
    const blob = await bundle("my script.sh", "pod.yaml", "notes.txt:text/plain");
    writeFileSync("blob", blob);
    const kubeboot = `'${process.execPath}' '${BIN}'`;
    const line = `${kubeboot} extract --quiet blob -d parts | xargs -d '\\n' ${kubeboot} bundle --quiet`;
    expect(spawnSync("sh", ["-c", line]).stdout).toEqual(blob);
  });
});

describe("what a file can't hold is reported", () => {
  test.each([
    [
      `Content-Disposition: attachment; filename="a/b"\n\n${SCRIPT}`,
      "blob[1]: note: written as `a_b`: `a/b` is taken, or not a safe file name\n",
    ],
    [
      `Content-Disposition: attachment; filename*=utf-8''%1b%5b31m\n\n${SCRIPT}`,
      "blob[1]: note: written as `[31m`: `\\x1b[31m` is taken, or not a safe file name\n",
    ],
    [
      `Content-Type: text/cloud-config\nMerge-Type: dict()\n\n${CONFIG}`,
      "blob[1]: note: the header `Merge-Type: dict()` is lost, because files have no headers; bundle with `--merge-type 'dict()'`\n",
    ],
    [
      `Launch-Index: 2\n\n${SCRIPT}`,
      "blob[1]: note: the header `Launch-Index: 2` is lost: bundled again, the part goes to every instance\n",
    ],
    [
      `Content-Type: text/x(y)\n\n${SCRIPT}`,
      "blob[1]: warning: the type is lost: `text/x(y)` is not a valid content type; declare the type when you bundle the file, as in `PATH:text/x-shellscript`\n",
    ],
  ])("%j", async (part, told) => {
    const blob = Buffer.from(makeMessage(part));
    expect((await extract(blob)).stderr).toBe(told);
    expect((await extract(blob, "--quiet", "--force")).stderr).toBe("");
  });
});

test("--json contains every part, with its file", async () => {
  writeFileSync("blob", await bundle("pod.yaml", "a.sh:x-shellscript-per-boot", "-z"));
  const { status, stdout } = await runCli(["extract", "blob", "-d", "parts", "--json"]);
  expect(status).toBe(0);
  expect(JSON.parse(stdout.toString())).toMatchObject({
    bytes: readFileSync("blob").length,
    layers: ["gzip"],
    parts: [
      { number: 1, filename: "kubeboot.py", path: null, source: null },
      { number: 2, type: "text/x-kube-pod", path: "parts/pod.yaml", source: "parts/pod.yaml" },
      { number: 3, bytes: SCRIPT.length, path: "parts/a.sh", source: "parts/a.sh:text/x-shellscript-per-boot" },
    ],
    findings: [{ code: "handler-left-out", part: 1 }],
  });
});

test("reads a blob from standard input", async () => {
  const { stdout } = await runCli(["extract", "-", "-d", "parts"], { stdin: CONFIG });
  expect(stdout.toString()).toBe("parts/part-001\n");
  expect(readFileSync("parts/part-001", "utf8")).toBe(CONFIG);
});

test("writes the files of a blob that cloud-init would not read, and reports that", async () => {
  writeFileSync("blob", `\n${makeMessage(`Content-Disposition: x; filename=a.sh\n\n${SCRIPT}`)}`);
  const { status, stdout, stderr } = await runCli(["extract", "blob", "-d", "parts"]);
  expect({ status, stdout: stdout.toString() }).toEqual({ status: 1, stdout: "parts/a.sh\n" });
  expect(stderr).toMatch(/^blob: error: a blank line or a byte order mark precedes the headers[^\n]*\n$/);
  expect(readFileSync("parts/a.sh", "utf8")).toBe(SCRIPT);
});

describe("prints one line for each error, and writes nothing", () => {
  test.each<[string[], number, string | RegExp]>([
    [
      ["a.sh"],
      2,
      "kubeboot: error: required option '-d, --directory <DIR>' not specified; see `kubeboot extract --help`\n",
    ],
    [["nothing", "-d", "parts"], 2, "nothing: error: no such file or folder; check the path\n"],
    [["notes.txt", "-d", "parts"], 1, /^notes\.txt: error: cloud-init does not recognize the blob[^\n]*\n$/],
    [["a.sh", "-d", "base.cfg"], 2, "kubeboot: error: base.cfg is not a folder\n"],
    [["a.sh", "-d", "base.cfg/x"], 2, "kubeboot: error: base.cfg/x can't be written: not a directory\n"],
    [["a.sh", "-d", "taken"], 2, /^taken\/part-001: error: the file already exists: [^\n]*`--force`\n$/],
    [
      ["a.sh", "-d", "taken", "--quiet", "--json"],
      2,
      /^taken\/part-001: error: the file already exists: [^\n]*`--force`\n$/,
    ],
  ])("%j", async (args, status, told) => {
    mkdirSync("taken");
    writeFileSync("taken/part-001", "old");
    const result = await runCli(["extract", ...args]);
    expect(result.status).toBe(status);
    expect(result.stdout).toHaveLength(0);
    if (typeof told === "string") expect(result.stderr).toBe(told);
    else expect(result.stderr).toMatch(told);
    expect(existsSync("parts")).toBe(false);
    expect(readFileSync("taken/part-001", "utf8")).toBe("old");
  });

  test.each([[""], ["--force"]])("a disk that becomes full %s", async (force) => {
    writeFileSync("big.bin", new Uint8Array(100_000));
    writeFileSync("blob", await bundle("a.sh", "big.bin:application/x-own"));
    // A limit on the file size is the closest to a full disk that needs no rights.
    const line = `trap '' XFSZ; ulimit -f 8; '${process.execPath}' '${BIN}' extract blob -d parts ${force}`;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: "kubeboot: error: parts can't be written: file too large\n",
    });
    expect(readdirSync("parts")).toEqual([]);
  });
});
