import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { KubebootError, readBundle } from "../../src/index.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";

const SCRIPT = "#!/bin/sh\n";

async function codesOf(input: Parameters<typeof readBundle>[0], options = {}): Promise<string[]> {
  try {
    return (await readBundle(input, options)).findings.map(({ code }) => code);
  } catch (error) {
    if (!(error instanceof KubebootError)) throw error;
    return [error.code, ...error.findings.map(({ code }) => code)];
  }
}

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

describe("a blob", () => {
  test("comes from a path, from standard input or from memory", async () => {
    enterFolder(makeFolder({ userdata: SCRIPT }));
    const blobs = [
      await readBundle("userdata"),
      await readBundle("-", { stdin: chunks("#!/bin", "/sh\n") }),
      await readBundle({ name: "held", content: SCRIPT }),
      await readBundle(Buffer.from(SCRIPT)),
    ];
    expect(blobs.map(({ parts }) => parts[0]!.path)).toEqual(["userdata", "-", "held", "(memory)"]);
    expect(blobs.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([SCRIPT, SCRIPT, SCRIPT, SCRIPT]);
  });

  test("that can't be read is an error", async () => {
    enterFolder(makeFolder({ "folder/file": "" }));
    expect(await codesOf("missing")).toEqual(["unreadable", "source-missing"]);
    expect(await codesOf("folder")).toEqual(["unreadable", "source-special"]);
    expect(await codesOf("-")).toEqual(["usage"]);
  });

  test("over the limit is not read to the end", async () => {
    enterFolder(makeFolder({ large: SCRIPT }));
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.from(SCRIPT);
    }
    expect(await codesOf("large", { maxBytes: 9 })).toEqual(["invalid", "blob-too-large"]);
    expect(await codesOf("large", { maxBytes: 10 })).toEqual([]);
    expect(await codesOf("-", { stdin: endless() })).toEqual(["invalid", "blob-too-large"]);
  });
});

describe("one text", () => {
  test.each([
    [SCRIPT, "text/x-shellscript"],
    ["  \n#Cloud-Config\n", "text/cloud-config"],
    ["#cloud-configuration\n", "text/cloud-config"],
    ["## template: jinja\n#cloud-config\n", "text/jinja2"],
    ["#include https://example.com/\n", "text/x-include-url"],
    [`${SCRIPT}# MIME-Version: 1.0\n`, "text/x-shellscript"],
  ])("%j is one part, %s", async (text, type) => {
    for (const blob of [Buffer.from(text), gzipSync(text), Buffer.from(Buffer.from(text).toString("base64"))]) {
      const { parts, findings } = await readBundle(blob);
      expect(parts).toMatchObject([{ type, filename: "part-001", number: 1 }]);
      expect(Buffer.from(parts[0]!.content).toString()).toBe(text);
      expect(findings).toEqual([]);
    }
  });

  test.each([
    ["", "blob-unknown"],
    ["hello\n", "blob-unknown"],
    ["key: value\n", "blob-unknown"],
    ["\0\xff", "blob-unknown"],
  ])("%j is an error", async (text, code) => {
    expect(await codesOf(Buffer.from(text, "latin1"))).toEqual(["invalid", code]);
  });

  test.each([
    ["the blob is empty", ""],
    ["the blob is UTF-16, which cloud-init does not read", "\xff\xfeC\0o\0"],
    ["the blob is a tar archive, which cloud-init does not read", `${"web.cfg".padEnd(257, "\0")}ustar\x0000`],
    ["cloud-init does not recognize the blob: no MIME headers, and no marker in the first line", "hello\n"],
  ])("says what it is: %s", async (message, text) => {
    const error: unknown = await readBundle(Buffer.from(text, "latin1")).catch((thrown: unknown) => thrown);
    expect((error as KubebootError).findings).toMatchObject([{ message }]);
  });

  test.each(["\ufeff#cloud-config\n", "#kube-pod\nkind: Pod\n", "#upstart-job\n"])(
    "%j is one that cloud-init drops",
    async (text) => {
      const { parts, findings } = await readBundle(Buffer.from(text));
      expect(parts).toMatchObject([{ type: "text/x-not-multipart" }]);
      expect(findings).toMatchObject([{ code: "blob-marker-unseen", severity: "error" }]);
    },
  );
});

describe("a message", () => {
  const HEADERS = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n';
  const message = (...parts: string[]): Buffer =>
    Buffer.from(`${HEADERS}\n--b\n${parts.join("\n--b\n")}\n--b--\n`, "latin1");

  test.each<[string, Buffer, string[]]>([
    ["with a blank line before it", Buffer.concat([Buffer.from("\n"), message("\nx")]), ["mime-indented"]],
    ["with MIME-Version too late", Buffer.from(`X: ${"y".repeat(4096)}\n${message("\nx")}`), ["mime-version-late"]],
    ["that is not UTF-8", message("\n\xff"), ["blob-not-utf8", "part-raw"]],
    ["with raw UTF-8", message("\nx\n\xc3\xa9"), ["part-raw"]],
    ["with raw UTF-8 in a header alone", message("X: \xc3\xa9\n\nx"), []],
    ["with a part that is no gzip", message("Content-Type: application/gzip\n\nx"), ["part-gzip-broken"]],
    ["with a part without a blank line", message("Content-Type: text/x-own\nx"), ["mime-blank-line"]],
    ["with a part without headers and blank line", message("x"), ["mime-blank-line"]],
    ["with a part that is headers alone", message("Content-Type: text/x-own"), ["mime-blank-line"]],
    ["without a blank line itself", Buffer.from(`${HEADERS}--b\n\nx\n--b--\n`), ["mime-blank-line"]],
    [
      "that nodeadm reads, with a part without a blank line",
      message("Content-Type: application/node.eks.aws\n\nx", "Content-Type: text/x-own\nx"),
      ["mime-blank-line-eks"],
    ],
    ["without a part", Buffer.from(`${HEADERS}\nx\n`), ["blob-no-parts"]],
  ])("%s", async (_, blob, codes) => {
    expect((await codesOf(blob)).filter((code) => code !== "invalid")).toEqual(codes);
  });

  test("with raw bytes locates the first one", async () => {
    const { findings } = await readBundle(message("\none\r\ntwo \xc3\xa9"));
    expect(findings).toMatchObject([{ part: 1, line: 2, column: 5 }]);
  });

  test.each<[string, (string | number | null)[][]]>([
    ["- a\n- 5\n", [["archive-entry-skipped", null, null]]],
    [
      "- 5\n- 6\n",
      [
        ["archive-entry-skipped", 2, 2],
        ["archive-entry-skipped", 2, 3],
      ],
    ],
  ])("locates the problems in an archive that is still a part: %j", async (yaml, expected) => {
    const { findings } = await readBundle(message("\nx", `\n#cloud-config-archive\n${yaml}`));
    expect(findings.map(({ code, part, line }) => [code, part, line])).toEqual(expected);
  });

  test("numbers the parts that cloud-init numbers", async () => {
    const archive = "\n#cloud-config-archive\n- a\n- {content: b, filename: f}\n- c";
    const inner = "Content-Type: message/rfc822\n\nX: y\n\nx";
    const { parts } = await readBundle(message("\nx", archive, inner, "Content-Type: text/plain; name=n\n\n#!/bin/sh"));
    expect(parts.map(({ number, filename }) => [number, filename])).toEqual([
      [1, "part-001"],
      [2, "part-002"],
      [3, "f"],
      [4, "part-004"],
      [5, "part-006"],
      [6, "part-007"],
    ]);
    expect(parts.at(-1)!.declared.filename).toBe("n");
  });
});
