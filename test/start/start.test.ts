/** The cache of compiled code changes nothing about a run, whatever has become of it. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executable } from "../../rolldown.config.ts";
import { makeFolder } from "../support/make-folder.ts";
import { describeWith, root } from "../support/requirements.ts";

const built = mkdtempSync(join(tmpdir(), "kubeboot-start-"));
const SOURCES = ["dbserver.yaml", "disable-selinux.sh"].map((name) => join("examples/dbserver", name));
const PROGRAM = `process.argv.splice(1, 0, "kubeboot"); require(process.env.BUILT + "/start.cjs").start(require, process.env.BUILT);`;
const ARGS = ["-e", PROGRAM, "--", "bundle", ...SOURCES];

let expected: ReturnType<typeof bundle>;

beforeAll(async () => {
  const { output, ...input } = executable as { output: object };
  await (await rolldown(input)).write({ ...output, dir: built });
  expected = bundle({ NODE_DISABLE_COMPILE_CACHE: "1" });
  expect(expected.status).toBe(0);
});

afterAll(() => rmSync(built, { recursive: true }));

test("the first run keeps what it compiled, for the user alone, and the second one uses it", () => {
  const { home, cache } = fill();
  expect([cache, `${cache}/..`].map((path) => lstatSync(path).mode & 0o777)).toEqual([0o700, 0o700]);
  expect(lstatSync(fileIn(cache)).mode & 0o777).toBe(0o600);
  const before = lstatSync(fileIn(cache)).ino;
  expect(bundle({ HOME: home })).toEqual(expected);
  expect(lstatSync(fileIn(cache)).ino).toBe(before);
});

test("each command has a file, to which later runs add", () => {
  const { home, cache } = fill(["lint", SOURCES[1]!]);
  const [name] = readdirSync(cache);
  const before = lstatSync(join(cache, name!)).size;
  run({ HOME: home }, ["lint", ...SOURCES]);
  expect(lstatSync(join(cache, name!)).size).toBeGreaterThan(before);
  bundle({ HOME: home });
  expect(readdirSync(cache).map((each) => each.split("-")[0])).toEqual(["bundle", "lint"]);
});

test("XDG_CACHE_HOME says where, and a relative one counts for nothing", () => {
  const folder = makeFolder();
  bundle({ XDG_CACHE_HOME: folder });
  expect(existsSync(join(folder, "kubeboot"))).toBe(true);
  const { home } = fill();
  expect(bundle({ HOME: home, XDG_CACHE_HOME: "relative" })).toEqual(expected);
  expect(existsSync("relative")).toBe(false);
});

describe("ignores and replaces", () => {
  test.each<[string, (file: string) => void]>([
    ...[0, 8, 12, 16, 20, 40, 500_000, -1].map((at): [string, (file: string) => void] => [
      `one bit at byte ${at} changed`,
      (file) => flipBit(file, at),
    ]),
    ["nothing", (file) => truncateSync(file, 0)],
    ["the half of it", (file) => truncateSync(file, Math.floor(lstatSync(file).size / 2))],
    ["zeros", (file) => writeFileSync(file, Buffer.alloc(lstatSync(file).size))],
    ["more than any command compiles", (file) => truncateSync(file, 2 ** 26)],
    ["a link", (file) => (renameSync(file, `${file}.0`), symlinkSync(`${file}.0`, file))],
    ["a file that others can read", (file) => chmodSync(file, 0o644)],
    ["another build's", () => utimesSync(join(built, "cli.cjs"), 1, 1)],
  ])("%s", (_, change) => {
    const { home, cache } = fill();
    const file = fileIn(cache);
    const before = readFileSync(file).length;
    change(file);
    expect(bundle({ HOME: home })).toEqual(expected);
    expect(lstatSync(file).isFile()).toBe(true);
    expect(lstatSync(file).mode & 0o777).toBe(0o600);
    expect(Math.abs(readFileSync(file).length - before)).toBeLessThan(100_000);
  });
});

describe("does without", () => {
  test.each<[string, (cache: string) => void]>([
    ["a folder that others can read", (cache) => chmodSync(cache, 0o755)],
    ["a folder that is a link", (cache) => (renameSync(cache, `${cache}.0`), symlinkSync(`${cache}.0`, cache))],
    ["a folder that is a file", (cache) => (rmSync(cache, { recursive: true }), writeFileSync(cache, ""))],
    ["a FIFO for a file", (cache) => replaceByFifo(fileIn(cache))],
  ])("%s", (_, change) => {
    const { home, cache } = fill();
    change(cache);
    expect(bundle({ HOME: home })).toEqual(expected);
  });

  test.each<[string, Record<string, string>]>([
    ["without HOME", {}],
    ["in a home that does not exist", { HOME: "/nonexistent" }],
    ["in a home that takes no files", { HOME: "/proc" }],
    ["with a cache that is a device", { XDG_CACHE_HOME: "/dev/null" }],
  ])("%s", (_, env) => {
    expect(bundle(env)).toEqual(expected);
  });

  test("where it is switched off, and where the command line is wrong", () => {
    const home = makeFolder();
    expect(bundle({ HOME: home, NODE_DISABLE_COMPILE_CACHE: "1" })).toEqual(expected);
    expect(run({ HOME: home }, ["bundle", "--nonsense"]).status).toBe(2);
    expect(readdirSync(home)).toEqual([]);
  });
});

describeWith([root], "does without what belongs to somebody else", () => {
  test.each<[string, (place: { home: string; cache: string }) => void]>([
    ["a folder", ({ cache }) => chownSync(cache, 4711, 4711)],
    ["a file", ({ cache }) => chownSync(fileIn(cache), 4711, 4711)],
  ])("%s", (_, change) => {
    const place = fill();
    change(place);
    expect(bundle({ HOME: place.home })).toEqual(expected);
  });

  test("a home, in which nothing is left", () => {
    const home = makeFolder();
    chownSync(home, 4711, 4711);
    expect(bundle({ HOME: home })).toEqual(expected);
    expect(readdirSync(home)).toEqual([]);
  });
});

test("runs at the same time do not disturb each other", async () => {
  const home = makeFolder();
  const runs = Array.from({ length: 6 }, () => bundleLater({ HOME: home }));
  expect(await Promise.all(runs)).toEqual(runs.map(() => expected.stdout));
  expect(readdirSync(join(home, ".cache/kubeboot"))).toHaveLength(1);
  expect(bundle({ HOME: home })).toEqual(expected);
});

/** A home with what one run has left. */
function fill(args: readonly string[] = ["bundle", ...SOURCES]): { home: string; cache: string } {
  const home = makeFolder();
  run({ HOME: home }, args);
  return { home, cache: join(home, ".cache/kubeboot") };
}

function fileIn(cache: string): string {
  return join(
    cache,
    readdirSync(cache).find((name) => name.startsWith("bundle-"))!,
  );
}

function flipBit(file: string, at: number): void {
  const bytes = readFileSync(file);
  const index = (at + bytes.length) % bytes.length;
  bytes[index]! ^= 4;
  writeFileSync(file, bytes);
}

function replaceByFifo(file: string): void {
  rmSync(file);
  mkdirSync(`${file}.0`);
  execFileSync("mkfifo", ["-m", "600", `${file}.0/fifo`]);
  renameSync(`${file}.0/fifo`, file);
}

function bundle(env: Record<string, string>): { status: number | null; stdout: string; stderr: string } {
  return run(env, ["bundle", ...SOURCES]);
}

function run(env: Record<string, string>, args: readonly string[]): ReturnType<typeof bundle> {
  const command = [...ARGS.slice(0, 3), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    env: { BUILT: built, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

async function bundleLater(env: Record<string, string>): Promise<string> {
  const { stdout } = spawn(process.execPath, ARGS, { env: { BUILT: built, ...env } });
  let text = "";
  for await (const data of stdout) text += String(data);
  return text;
}
