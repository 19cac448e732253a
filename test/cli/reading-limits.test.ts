/** The program reads pipes of a real shell, and stops at the limit: `npm run build` before this test. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { enterFolder, makeFolder } from "../support/make-folder.ts";

const PROGRAM = `${process.execPath} ${join(process.cwd(), "bin", "kubeboot.js")}`;

const SCRIPT = "#!/bin/sh\ntrue\n";

const FILES = {
  "a.sh": SCRIPT,
  "d/a.sh": SCRIPT,
  "c.cfg": "#cloud-config\n{}\n",
  "long.sh": SCRIPT.padEnd(100, "#"),
  "f.yaml": "sources: [long.sh]\nroles: {a: {}}\nnodes: {x: {role: a}}\n",
  "g/data.yaml": "sources: [../long.sh]\ninstance-data: p\nroles: {a: {}}\nnodes: {x: {role: a}}\n",
  "g/p.yaml": "sources: [p]\nroles: {a: {}}\nnodes: {x: {role: a}}\n",
};

beforeEach(() => enterFolder(makeFolder(FILES)));

/** Runs a line of bash, in which `kubeboot` is the program. */
function run(line: string) {
  const script = `kubeboot() { ${PROGRAM} "$@"; }\n${line}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8", timeout: 60_000 });
  return { status, stdout, stderr };
}

const names = (blob: string): string[] => [...blob.matchAll(/filename="(.*)"/g)].map(([, name]) => name!);

test("reads pipes like files, and names them by their order", () => {
  const { status, stdout, stderr } = run("kubeboot bundle <(cat a.sh) a.sh <(printf '#cloud-config\\n{}\\n')");
  expect({ status, stderr: stderr.replaceAll(/\/dev\/fd\/\d+/g, "FD") }).toMatchObject({ status: 0 });
  expect(names(stdout).map((name) => name.replace(/^\d+-/, ""))).toEqual(["pipe-1", "a.sh", "pipe-2"]);
});

test("reads a named pipe once, although it is listed twice", () => {
  const line =
    "mkfifo p.sh.j2; (printf '#!/bin/sh\\necho {{ x }}\\n' > p.sh.j2 &); kubeboot bundle --set x=7 p.sh.j2 p.sh.j2";
  const { status, stdout, stderr } = run(line);
  expect(stderr).toContain("listed more than once");
  expect([status, stdout.split("echo 7").length - 1]).toEqual([0, 2]);
});

test("opens a blob, and values, that come from pipes", () => {
  expect(run("kubeboot inspect --json <(kubeboot bundle a.sh)")).toMatchObject({ status: 0, stderr: "" });
  expect(run("kubeboot lint <(kubeboot bundle a.sh)")).toEqual({ status: 0, stdout: "", stderr: "" });
  const values = "printf '#!/bin/sh\\necho {{ x }}\\n' > b.sh.j2; kubeboot bundle --values <(echo 'x: 8') b.sh.j2";
  expect(run(values).stdout).toContain("echo 8");
});

test("does not wait for the pipes in a folder", () => {
  const { status, stdout, stderr } = run("mkfifo d/p; kubeboot bundle d");
  expect([status, names(stdout), stderr]).toEqual([
    0,
    ["a.sh"],
    "d/p: warning: a named pipe in a listed folder: it is skipped\n",
  ]);
});

test.each(["lint", "explain --node x"])("%s says where a fleet excludes files", (command) => {
  const { status, stderr } = run(`kubeboot ${command} --exclude '*.md' f.yaml`);
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining("error: a fleet has its own patterns: write them into"),
  ]);
});

test("does not wait for a pipe that a template includes", () => {
  const { status, stderr } = run(
    "mkfifo p; printf '#!/bin/sh\\n{%% include \"p\" %%}\\n' > b.sh.j2; kubeboot bundle b.sh.j2",
  );
  expect(status).toBe(1);
  expect(stderr).toContain("`p` can't be included: it is a pipe");
});

test.each([
  ["fleet g/p.yaml -d o", "x: g/p: error: "],
  ["fleet g/data.yaml -d o", "x: g/p: error: "],
  ["fleet g/p -d o", "g/p: error: "],
  ["fleet f.yaml -d o --values g/p", "g/p: error: "],
  ["explain --instance-data g/p --node x f.yaml", "g/p: error: "],
])("does not wait for pipes in a fleet, whose threads would read them again: %s", (command, place) => {
  const { status, stdout, stderr } = run(`mkfifo g/p; kubeboot ${command}`);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toBe(
    `${place}the source is a named pipe, not a file; write its content to a file, because a fleet reads it more than once\n`,
  );
});

test.each([
  ["bundle -", "-: error: the source can't be read: standard input is a folder: redirect a file or a pipe\n"],
  ["inspect -", "-: error: the source can't be read: standard input is a folder: redirect a file or a pipe\n"],
  [
    "bundle --terraform a.sh",
    "kubeboot: error: --terraform: the query can't be read: standard input is a folder: redirect a file or a pipe\n",
  ],
])("%s says that standard input is a folder", (command, stderr) => {
  expect(run(`kubeboot ${command} < d`)).toEqual({ status: 2, stdout: "", stderr });
});

/** Node.js itself reserves some GB of addresses. */
const LITTLE = "ulimit -v 12000000";

test.each<[string, string, string]>([
  ["a device without an end", "lint /dev/zero", "/dev/zero: error: the source is a device, not a file"],
  ["a folder of the kernel", "lint /proc/self", "/proc/self: error: the folder is the kernel's own"],
  ["a file of the kernel without a size", "lint /proc/self/pagemap", "has more than 67108864 bytes"],
  ["a pipe without an end", "lint <(cat /dev/zero)", "has more than 67108864 bytes"],
  ["standard input without an end", "lint - < /dev/zero", "-: error: the source has more than 67108864 bytes"],
  ["the same, for bundle", "bundle a.sh - < /dev/zero", "-: error: the source has more than 67108864 bytes"],
  ["the same, for explain", "explain --max-bytes 100 - < /dev/zero", "-: error: the source has more than 100 bytes"],
  ["a huge file", "lint huge", "huge: error: the source has more than 67108864 bytes"],
  [
    "--set-file",
    "bundle --set-file v=/dev/zero a.sh",
    "error: --set-file: /dev/zero has more than 67108864 bytes: raise",
  ],
  ["the same, from a pipe", "lint --max-bytes 9 --set-file v=<(yes) a.sh", "has more than 9 bytes: raise"],
  [
    "--values",
    "lint --values huge a.sh",
    "huge: error: the source has more than 16777216 bytes: the rest is not read; check",
  ],
  [
    "--values of a fleet",
    "fleet --values /dev/zero -d o f.yaml",
    "/dev/zero: error: the source is a device, not a file; name",
  ],
  ["--instance-data", "lint --instance-data huge a.sh", "huge: error: the source has more than 16777216 bytes"],
  ["--schema", "lint --schema /dev/zero c.cfg", "the schema /dev/zero can't be read: more than 8388608 bytes"],
  [
    "Terraform's query",
    "bundle --terraform a.sh < /dev/zero",
    "standard input has more than 67108864 bytes, but has to be",
  ],
  [
    "a template",
    "render huge",
    "huge: error: the source has more than 67108864 bytes: the rest is not read; check that",
  ],
  [
    "a manifest",
    "upgrade huge",
    "huge: error: the source has more than 67108864 bytes: the rest is not read; check that",
  ],
  [
    "a description",
    "fleet -d o huge",
    "huge: error: the source has more than 67108864 bytes: the rest is not read; raise",
  ],
  ["a source of a fleet", "fleet -d o --max-bytes 99 f.yaml", "x: long.sh: error: the source has more than 99 bytes"],
  ["the same, for lint", "lint --max-bytes 99 f.yaml", "x: long.sh: error: the source has more than 99 bytes"],
  ["the record of a fleet", "fleet -d z f.yaml", "z/fleet.json: error: this is no record of a fleet: it is not a file"],
])("ends at once: %s", (_, args, expected) => {
  const before = "truncate -s 1T huge; mkdir z; ln -s /dev/zero z/fleet.json";
  const { status, stdout, stderr } = run(`${before}; ${LITTLE}; kubeboot ${args}`);
  expect({
    status,
    stdout,
    lines: stderr
      .trimEnd()
      .split("\n")
      .filter((line) => line.includes("error:")).length,
  }).toEqual({
    status: 2,
    stdout: "",
    lines: 1,
  });
  expect(stderr).toContain(expected);
});

test.each<[string, string, string]>([
  ["a pipe", "inspect <(cat /dev/zero)", "has more than 67108864 bytes"],
  ["a huge file", "extract huge -d o", "has more than 67108864 bytes"],
  ["a gzip bomb", "inspect <(head -c 200M /dev/zero | gzip)", "has more than 67108864 bytes"],
])("a blob is over the limit: %s", (_, args, expected) => {
  const { status, stderr } = run(`truncate -s 1T huge; ${LITTLE}; kubeboot ${args}`);
  expect(status).toBe(1);
  expect(stderr).toContain(expected);
});

test("lint opens no gzip bomb", () => {
  const { status, stdout } = run(`${LITTLE}; kubeboot lint <(head -c 200M /dev/zero | gzip)`);
  expect(status).toBe(1);
  expect(stdout).toContain("(blob-too-large)");
});

test.each(["bundle", "lint", "explain"])("%s names the option that leaves a README out, which then does", (command) => {
  const offer = run(`printf 'Hello\n' > d/README.md; kubeboot ${command} d`);
  expect(offer.status).toBe(1);
  const [, option] = /(--exclude '[^']*')/.exec(offer.stdout + offer.stderr)!;
  expect(run(`kubeboot ${command} d ${option}`).status).toBe(0);
});
