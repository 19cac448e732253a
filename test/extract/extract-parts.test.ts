import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { extractBundle, KubebootError, type ExtractOptions } from "../../src/index.ts";
import { SCRIPT } from "../support/enter-sources.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";
import { makeMessage } from "../support/make-message.ts";

beforeEach(() => enterFolder(makeFolder()));

/** A blob of scripts with these names, as written in header fields. */
function makeBlob(...names: string[]): Uint8Array {
  const parts = names.map(
    (name) => `Content-Type: text/x-shellscript\nContent-Disposition: attachment; ${name}\n\n${SCRIPT}`,
  );
  return Buffer.from(makeMessage(...parts));
}

const TWO = makeBlob('filename="a.sh"', 'filename="b.sh"');

async function extract(blob: Uint8Array, options: Partial<ExtractOptions> = {}): Promise<string[]> {
  const { files } = await extractBundle(blob, { directory: "parts", ...options });
  return files.map(({ source }) => source);
}

/** The error that extracting throws, and its findings. */
async function fail(blob: Uint8Array, options: Partial<ExtractOptions> = {}) {
  const error = await extract(blob, options).catch((thrown: unknown) => thrown);
  if (!(error instanceof KubebootError)) throw new Error("nothing was refused", { cause: error });
  const findings = error.findings.map(({ path, code }) => `${path} ${code}`);
  return { code: error.code, message: error.message, findings };
}

test("creates the folder, and files that only their owner can read", async () => {
  const { files } = await extractBundle(TWO, { directory: "new/parts" });
  expect(files.map(({ path, part }) => [path, part.number])).toEqual([
    ["new/parts/a.sh", 1],
    ["new/parts/b.sh", 2],
  ]);
  expect(readdirSync("new/parts")).toEqual(["a.sh", "b.sh"]);
  expect(readFileSync("new/parts/a.sh", "utf8")).toBe(SCRIPT);
  for (const path of ["new", "new/parts"]) expect(statSync(path).mode & 0o777).toBe(0o700);
  for (const { path } of files) expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("keeps the mode of an existing folder", async () => {
  mkdirSync("parts");
  chmodSync("parts", 0o755);
  await extract(TWO);
  expect(statSync("parts").mode & 0o777).toBe(0o755);
});

test("hostile names stay in the folder", async () => {
  const names = [
    'filename="../../etc/passwd"',
    'filename="/etc/passwd"',
    'filename="a/b"',
    String.raw`filename="C:\\x"`,
    'filename="CON"',
    'filename=""',
    'filename="."',
    "filename*=utf-8''..%2f..%2fetc%2fpasswd",
    "filename*=utf-8''nul%00in.sh",
    "filename*=utf-8''line%0abreak.sh",
    'filename*0=".."; filename*1="/x"',
    `filename="${"x".repeat(300)}"`,
    'filename="a_b"',
    'filename="A_B"',
  ];
  const sources = await extract(makeBlob(...names));
  const written = [
    ".._.._etc_passwd",
    "_etc_passwd",
    "a_b",
    "Cx",
    "_CON",
    "part-006",
    "part-007",
    ".._.._etc_passwd-2",
    "nulin.sh",
    "linebreak.sh",
    ".._x",
    "x".repeat(255),
    "a_b-2",
    "A_B-3",
  ];
  expect(sources).toEqual(written.map((name) => `parts/${name}`));
  expect(readdirSync(".")).toEqual(["parts"]);
  expect(readdirSync("parts").toSorted()).toEqual(written.toSorted());
});

describe("an existing file", () => {
  test("is an error, one for each file, and nothing is written", async () => {
    mkdirSync("parts/b.sh", { recursive: true });
    writeFileSync("parts/c.sh", "old");
    expect(await fail(makeBlob('filename="a.sh"', 'filename="b.sh"', 'filename="c.sh"'))).toMatchObject({
      code: "unreadable",
      findings: ["parts/b.sh file-is-folder", "parts/c.sh file-exists"],
    });
    expect(readdirSync("parts")).toEqual(["b.sh", "c.sh"]);
    expect(readFileSync("parts/c.sh", "utf8")).toBe("old");
  });

  test("is replaced with force: as a whole, with a stricter mode", async () => {
    mkdirSync("parts");
    writeFileSync("parts/a.sh", "old", { mode: 0o644 });
    linkSync("parts/a.sh", "same");
    await extract(TWO, { force: true });
    expect(readdirSync("parts")).toEqual(["a.sh", "b.sh"]);
    expect(readFileSync("parts/a.sh", "utf8")).toMatch(/^#!/);
    expect(statSync("parts/a.sh").mode & 0o777).toBe(0o600);
    expect(readFileSync("same", "utf8")).toBe("old");
  });

  test("is not replaced with force if it is a folder", async () => {
    mkdirSync("parts/b.sh", { recursive: true });
    expect(await fail(TWO, { force: true })).toMatchObject({ findings: ["parts/b.sh file-is-folder"] });
    expect(readdirSync("parts")).toEqual(["b.sh"]);
  });
});

describe("a link", () => {
  test.each([["target"], ["missing"], ["folder"]])("instead of a file is not followed: to a %s", async (to) => {
    mkdirSync("parts");
    mkdirSync("folder");
    writeFileSync("target", "old");
    symlinkSync(`../${to}`, "parts/b.sh");
    expect(await fail(TWO)).toMatchObject({ findings: ["parts/b.sh file-exists"] });
    expect(readdirSync("parts")).toEqual(["b.sh"]);
    await extract(TWO, { force: true });
    expect(lstatSync("parts/b.sh").isFile()).toBe(true);
    expect(readFileSync("target", "utf8")).toBe("old");
    expect(readdirSync(".")).toEqual(["folder", "parts", "target"]);
    expect(readdirSync("folder")).toEqual([]);
  });

  test("that the user names as the folder is followed", async () => {
    mkdirSync("folder");
    symlinkSync("folder", "parts");
    await extract(TWO);
    expect(readdirSync("folder")).toEqual(["a.sh", "b.sh"]);
    expect(readlinkSync("parts")).toBe("folder");
  });
});

describe("a folder that can't be written", () => {
  test.each([
    ["parts", "parts is not a folder"],
    ["parts/sub", "parts/sub can't be written: not a directory"],
    ["dangling", /^dangling can't be written: [a-z -]+$/],
  ])("%s", async (directory, message) => {
    writeFileSync("parts", "a file");
    symlinkSync("nowhere/at/all", "dangling");
    const failure = await fail(TWO, { directory });
    expect(failure.code).toBe("unreadable");
    expect(failure.message).toMatch(message);
    expect(readFileSync("parts", "utf8")).toBe("a file");
  });

  test.runIf(existsSync("/proc/self"))("is an error even if the system reports it as missing", async () => {
    expect(await fail(TWO, { directory: "/proc/kubeboot/parts" })).toMatchObject({ code: "unreadable" });
  });

  test.each([[false], [true]])("leaves nothing half-written (force: %j)", async (force) => {
    const deep = `${"d".repeat(250)}/`.repeat(15);
    mkdirSync(deep, { recursive: true });
    // The first path is just short enough, the second is not.
    const room = 4095 - deep.length;
    const long = "x".repeat(255);
    expect(room).toBeGreaterThan(40);
    const directory = `${deep}${"e".repeat(Math.max(1, room - 100))}`;
    const failure = await fail(makeBlob('filename="a"', `filename="${long}"`), { directory, force });
    expect(failure.message).toMatch(/can't be written: name too long$/);
    expect(readdirSync(directory)).toEqual([]);
  });
});
