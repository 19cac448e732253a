import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import { mkdirSync, symlinkSync } from "node:fs";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { KubebootError } from "../../src/errors.ts";
import type { SourceInput } from "../../src/model.ts";
import { loadSources } from "../../src/sources/load-sources.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";

const SCRIPT = "#!/bin/sh\n";

const LIMITS = { stdin: null, maxBytes: 2 ** 20, pipes: true };

async function load(inputs: readonly SourceInput[], stdin = "from stdin") {
  const { sources, findings } = await loadSources(inputs, { ...LIMITS, stdin: toStream(stdin) });
  return {
    sources: sources.map(({ path, filename, type, content }) => [path, filename, type, content.toString()]),
    findings: findings.map(({ path, severity, message }) => `${path}: ${severity}: ${message}`),
  };
}

async function* toStream(text: string): AsyncGenerator<Uint8Array> {
  for (const character of text) yield Buffer.from(character);
}

describe("a source", () => {
  beforeEach(() =>
    enterFolder(
      makeFolder({
        "a.sh": SCRIPT,
        "12:30.sh": "literal",
        "a.sh:x-own": "literal",
        "-": "a file named -",
        "d/b.sh": "b",
        "d/a.sh": "a",
        "d/.hidden": "h",
        "d/10": "10",
        "d/9": "9",
        "empty/.hidden": "",
      }),
    ),
  );

  test.each<[string, SourceInput, [string, string, string | null, string]]>([
    ["a file", "a.sh", ["a.sh", "a.sh", null, SCRIPT]],
    ["a file in a folder", "d/a.sh", ["d/a.sh", "a.sh", null, "a"]],
    ["a type", "d/a.sh:text/x-own", ["d/a.sh", "a.sh", "text/x-own", "a"]],
    ["a short type", "d/a.sh:x-shellscript-per-boot", ["d/a.sh", "a.sh", "text/x-shellscript-per-boot", "a"]],
    ["a type in capitals", "d/a.sh:Text/X-Own", ["d/a.sh", "a.sh", "text/x-own", "a"]],
    ["a name with a colon", "12:30.sh", ["12:30.sh", "12:30.sh", null, "literal"]],
    ["a name with a colon and a type", "12:30.sh:x-own", ["12:30.sh", "12:30.sh", "text/x-own", "literal"]],
    ["a name that reads as PATH:TYPE", "a.sh:x-own", ["a.sh:x-own", "a.sh:x-own", null, "literal"]],
    ["standard input", "-", ["-", "stdin", null, "from stdin"]],
    ["standard input with a type", "-:x-own", ["-", "stdin", "text/x-own", "from stdin"]],
    ["a file named like standard input", "./-", ["./-", "-", null, "a file named -"]],
    [
      "a URL",
      "https://example.org/user/data.sh?a=b",
      [
        "https://example.org/user/data.sh?a=b",
        "data.sh",
        "text/x-include-url",
        "#include\nhttps://example.org/user/data.sh?a=b\n",
      ],
    ],
    [
      "a URL without a path",
      "HTTP://example.org:8080",
      ["HTTP://example.org:8080", "example.org", "text/x-include-url", "#include\nHTTP://example.org:8080\n"],
    ],
    ["text in memory", { name: "x/é.sh", content: "é" }, ["x/é.sh", "é.sh", null, "é"]],
    ["bytes in memory", { name: "x", content: Buffer.from("é"), type: "x-own" }, ["x", "x", "text/x-own", "é"]],
  ])("is %s", async (_, input, expected) => {
    expect(await load([input])).toEqual({ sources: [expected], findings: [] });
  });

  test("is a folder: its files by name, without hidden ones", async () => {
    const { sources, findings } = await load(["d"]);
    expect(sources.map(([path]) => path)).toEqual(["d/10", "d/9", "d/a.sh", "d/b.sh"]);
    expect(findings).toEqual([]);
  });

  test("is a folder whose type applies to all its files", async () => {
    const { sources } = await load(["d/:x-own"]);
    expect(sources.map(([path, , type]) => [path, type])).toEqual([
      ["d/10", "text/x-own"],
      ["d/9", "text/x-own"],
      ["d/a.sh", "text/x-own"],
      ["d/b.sh", "text/x-own"],
    ]);
  });

  test("is a link to a file or a folder", async () => {
    symlinkSync("a.sh", "link.sh");
    symlinkSync("d", "linked");
    const { sources, findings } = await load(["link.sh", "linked"]);
    expect(sources.map(([path]) => path)).toEqual(["link.sh", "linked/10", "linked/9", "linked/a.sh", "linked/b.sh"]);
    expect(findings).toEqual([]);
  });

  test.each<[string, string[], string[]]>([
    ["missing", ["nothing"], ["nothing: error: no such file or folder"]],
    ["missing, with a type", ["nothing:x-own"], ["nothing: error: no such file or folder"]],
    ["behind a file", ["a.sh/x"], ["a.sh/x: error: no such file or folder"]],
    ["behind a file, with a type", ["a.sh/x:x-own"], ["a.sh/x: error: no such file or folder"]],
    [
      "a name that is too long",
      ["x".repeat(300)],
      [`${"x".repeat(300)}: error: the source can't be read: name too long`],
    ],
    [
      "the same, with a type",
      [`${"x".repeat(300)}:a`],
      [`${"x".repeat(300)}: error: the source can't be read: name too long`],
    ],
    ["a folder without files", ["empty"], ["empty: error: the folder has no files, not counting hidden ones"]],
    ["a device", ["/dev/null"], ["/dev/null: error: the source is a device, not a file"]],
    ["no type behind the colon", ["d/a.sh:"], ["d/a.sh: error: the source has no content type after its colon"]],
    ["no legal type behind it", ["d/a.sh:a b"], ["d/a.sh: error: `a b` is not a content type"]],
    ["a type with parameters", ["d/a.sh:text/x;a=b"], ["d/a.sh: error: `text/x;a=b` is not a content type"]],
    ["no legal type of standard input", ["-:"], ["-: error: the source has no content type after its colon"]],
    ["no URL", ["http://"], ["http://: error: the source can't be read: not a valid URL"]],
    [
      "listed twice",
      ["a.sh", "./a.sh"],
      ["./a.sh: warning: the source is listed more than once: the instance gets it more than once"],
    ],
    [
      "listed with its folder",
      ["d/a.sh", "d"],
      ["d/a.sh: warning: the source is listed more than once: the instance gets it more than once"],
    ],
  ])("that is invalid or surprising: %s", async (_, inputs, findings) => {
    expect((await load(inputs)).findings).toEqual(findings);
  });

  test.each([
    ["d/a.sh:x shellscript", "PATH:text/x-shellscript"],
    ["d/a.sh:text/cloud-config; charset=utf-8", "PATH:text/cloud-config"],
    ["d/a.sh:", "PATH:text/x-shellscript"],
  ])("of an illegal type: names the nearest: %s", async (input, hint) => {
    const { findings } = await loadSources([input], LIMITS);
    expect(findings).toMatchObject([{ code: "type-illegal", hint: `write it like \`${hint}\`` }]);
  });

  test("that is not a file: all are reported at once, and none is read", async () => {
    symlinkSync("nowhere", "dangling");
    symlinkSync("loop", "loop");
    const server = createServer().listen("socket");
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => void server.close());
    mkdirSync("d/nested");
    expect(await load(["dangling", "loop", "socket", "empty", "d/nested", "nothing"])).toEqual({
      sources: [],
      findings: [
        "dangling: error: the symbolic link points to a file that does not exist",
        "loop: error: the source can't be read: too many symbolic links encountered",
        "socket: error: the source is a socket, not a file",
        "empty: error: the folder has no files, not counting hidden ones",
        "d/nested: error: the folder has no files, not counting hidden ones",
        "nothing: error: no such file or folder",
      ],
    });
  });

  test("in a folder: an entry that is not a file is reported", async () => {
    mkdirSync("d/nested");
    symlinkSync("nowhere", "d/x");
    execFileSync("mkfifo", ["d/pipe"]);
    const { sources, findings } = await load(["d"]);
    expect(sources).toHaveLength(4);
    expect(findings).toEqual([
      "d/nested: warning: a subfolder of a listed folder: its files are ignored",
      "d/pipe: warning: a named pipe in a listed folder: it is skipped",
      "d/x: error: the symbolic link points to a file that does not exist",
    ]);
  });
});

describe("standard input", () => {
  test.each([[["-", "-"]], [["-", "-:x-own"]], [["-:a", "-:b"]]])("is listed only once: %j", async (inputs) => {
    await expect(load(inputs)).rejects.toMatchObject({ code: "usage", message: expect.stringContaining("only once") });
  });

  test("must exist", async () => {
    await expect(loadSources(["-"], LIMITS)).rejects.toBeInstanceOf(KubebootError);
  });

  test("that fails is a source that can't be read", async () => {
    const broken = (async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from("#!");
      throw Object.assign(new Error("EIO: i/o error, read"), { code: "EIO" });
    })();
    const { sources, findings } = await loadSources(["-"], { ...LIMITS, stdin: broken });
    expect(sources).toEqual([]);
    expect(findings).toMatchObject([
      { code: "source-unreadable", path: "-", message: "the source can't be read: i/o error" },
    ]);
  });
});

test("sources in memory may share a name, but not also the content", async () => {
  const [a, b] = [
    { name: "x", content: "a" },
    { name: "x", content: "b" },
  ];
  expect((await load([a!, b!])).findings).toEqual([]);
  expect((await load([a!, b!, a!, { ...b! }])).findings).toHaveLength(2);
});

test.each(["", "/"])("a source in memory needs a name: %j", async (name) => {
  await expect(load([{ name, content: "" }])).rejects.toMatchObject({ code: "usage" });
});

describe("reads no more than the limit, and a chunk", () => {
  const LARGE = "error: the source has more than 9 bytes: the rest is not read";

  test.each<[string, string[], string[]]>([
    ["as many bytes", ["nine"], []],
    ["one more", ["ten"], [`ten: ${LARGE}`]],
    ["a file that seems to be empty", ["/proc/self/status"], [`/proc/self/status: ${LARGE}`]],
    ["all others", ["ten", "nine", "nothing"], [`ten: ${LARGE}`, "nothing: error: no such file or folder"]],
    [
      "a folder of the kernel",
      ["/proc/self"],
      ["/proc/self: error: the folder is the kernel's own, such as /proc: its files are not read"],
    ],
  ])("of %s", async (_, inputs, expected) => {
    enterFolder(makeFolder({ nine: "123456789", ten: "1234567890" }));
    const { findings } = await loadSources(inputs, { ...LIMITS, maxBytes: 9 });
    expect(findings.map(({ path, severity, message }) => `${path}: ${severity}: ${message}`)).toEqual(expected);
  });

  test("of standard input, which may have no end", async () => {
    let chunks = 0;
    const endless = (async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        chunks += 1;
        yield Buffer.from("abcd");
      }
    })();
    const { findings } = await loadSources(["-"], { ...LIMITS, stdin: endless, maxBytes: 9 });
    expect(findings).toMatchObject([{ code: "source-too-large", path: "-", args: { maxBytes: 9 } }]);
    expect(chunks).toBe(3);
  });
});
