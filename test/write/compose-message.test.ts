import { describe, expect, test } from "vitest";
import { composeMessage, type ComposeOptions } from "../../src/write/compose-message.ts";
import { KubebootError } from "../../src/errors.ts";
import type { Part } from "../../src/model.ts";
import { makePart } from "../support/make-part.ts";

async function compose(parts: readonly Part[], options: Partial<ComposeOptions> = {}): Promise<string> {
  const { bytes } = await composeMessage(parts, { boundary: "B", compressed: false, ...options });
  return Buffer.from(bytes).toString("latin1");
}

async function encodingOf(content: string | Uint8Array, compressed = false): Promise<string | null | undefined> {
  const { parts } = await composeMessage([makePart({ content })], { boundary: null, compressed });
  return parts[0]?.transferEncoding;
}

test("the message, byte by byte", async () => {
  const parts = [
    makePart({ filename: "a.sh", content: "#!/bin/sh\n" }),
    makePart({ filename: "é", type: "application/x-own", content: "é", headers: { "X-Merge-Type": "list(append)" } }),
    makePart({ filename: "empty", type: "text/x-own" }),
  ];
  expect(await compose(parts, { boundary: "=_x" })).toBe(`Content-Type: multipart/mixed; boundary="=_x"
MIME-Version: 1.0

--=_x
Content-Type: text/x-shellscript; charset="utf-8"
MIME-Version: 1.0
Content-Transfer-Encoding: 7bit
Content-Disposition: attachment; filename="a.sh"

#!/bin/sh

--=_x
Content-Type: application/x-own
MIME-Version: 1.0
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename*=utf-8''%C3%A9
X-Merge-Type: list(append)

w6k=
--=_x
Content-Type: text/x-own; charset="utf-8"
MIME-Version: 1.0
Content-Transfer-Encoding: 7bit
Content-Disposition: attachment; filename="empty"

--=_x--
`);
});

test("returns the encoding and headers of each part", async () => {
  const part = makePart({ filename: "a.sh", content: "é", headers: { "X-Own": "1" }, path: "d/a.sh" });
  const { parts } = await composeMessage([part], { boundary: null, compressed: false });
  expect(parts).toEqual([
    {
      ...part,
      transferEncoding: "base64",
      headers: {
        "Content-Type": 'text/x-shellscript; charset="utf-8"',
        "MIME-Version": "1.0",
        "Content-Transfer-Encoding": "base64",
        "Content-Disposition": 'attachment; filename="a.sh"',
        "X-Own": "1",
      },
    },
  ]);
});

describe("the transfer encoding", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["ASCII", "#!/bin/sh\n\ttabs and trailing blanks \n", "7bit"],
    ["ASCII without a last newline", "#!/bin/sh", "7bit"],
    ["nothing", "", "7bit"],
    ["lines of 998 bytes", `${"x".repeat(998)}\n`, "7bit"],
    ["lines of more", `${"x".repeat(999)}\n`, "quoted-printable"],
    ["CRLF", `${"#!/bin/sh and more of it\r\n".repeat(5)}`, "quoted-printable"],
    ["a NUL", `${"x".repeat(100)}\0`, "quoted-printable"],
    ["a form feed", `${"x".repeat(100)}\f`, "quoted-printable"],
    ["a DEL", `${"x".repeat(100)}\x7f`, "quoted-printable"],
    ["a little that is not ASCII", `# café\n${"x".repeat(60)}\n`, "quoted-printable"],
    ["nothing but what is not ASCII", "日本語\n".repeat(20), "base64"],
    ["bytes", Uint8Array.from({ length: 256 }, (_, index) => index), "base64"],
  ])("of %s", async (_, content, encoding) => {
    expect(await encodingOf(content)).toBe(encoding);
  });

  test("is always the one with the smaller blob, compressed or not", async () => {
    const content = "Grüße aus Köln\n".repeat(40);
    expect(await encodingOf(content, true)).toBe("quoted-printable");
    expect(["quoted-printable", "base64"]).toContain(await encodingOf(content));
  });
});

describe("a filename", () => {
  test.each([
    ["setup.sh", 'filename="setup.sh"'],
    ["my setup (1).sh", 'filename="my setup (1).sh"'],
    ["a'b", "filename*=utf-8''a%27b"],
    ['a"b', "filename*=utf-8''a%22b"],
    ["a;b", "filename*=utf-8''a%3Bb"],
    ["a\\b", "filename*=utf-8''a%5Cb"],
    ["a\r\nX: y", "filename*=utf-8''a%0D%0AX%3A%20y"],
    ["100%", "filename*=utf-8''100%25"],
    ["日本.sh", "filename*=utf-8''%E6%97%A5%E6%9C%AC.sh"],
    ["half \ud83d", "filename*=utf-8''half%20%EF%BF%BD"],
  ])("%j", async (filename, parameter) => {
    expect(await compose([makePart({ filename })], { boundary: "=_x" })).toContain(
      `Content-Disposition: attachment; ${parameter}\n`,
    );
  });
});

describe("the boundary", () => {
  test("is the first numbered one that occurs in no part", async () => {
    expect(await boundaryOf([makePart({ content: "a" })])).toBe("=_kubeboot_0");
    expect(await boundaryOf([makePart({ content: "=_kubeboot_0" })])).toBe("=_kubeboot_1");
    expect(await boundaryOf([makePart({ content: "é =_kubeboot_0" })])).toBe("=_kubeboot_1");
    const inTwoParts = [makePart({ filename: "=_kubeboot_1" }), makePart({ content: "--=_kubeboot_0--" })];
    expect(await boundaryOf(inTwoParts)).toBe("=_kubeboot_2");
  });

  test.each([
    ["in a body", { content: "x=_mine-y" }],
    ["in a body that is encoded", { content: "é =_mine" }],
    ["in a header", { content: "", filename: "=_mine" }],
  ])("that is given and occurs %s is rejected", async (_, part) => {
    const error = await compose([makePart({ path: "p", ...part })], { boundary: "=_mine" }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(KubebootError);
    expect(error).toMatchObject({ code: "invalid", findings: [{ code: "boundary-in-part", path: "p" }] });
  });
});

async function boundaryOf(parts: readonly Part[]): Promise<string> {
  return /boundary="([^"]+)"/.exec(await compose(parts, { boundary: null }))![1]!;
}
