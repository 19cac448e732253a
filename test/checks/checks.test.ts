/** One table for all checks: their findings for one part. */
import { describe, expect, test } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import type { Finding, Part } from "../../src/model.ts";
import { makePart } from "../support/make-part.ts";
import { describeWith } from "../support/requirements.ts";
import { python, runPython } from "../support/run-python.ts";
import { sample, SEEDED } from "../support/seed.ts";
import { bytes } from "../support/arbitrary-sources.ts";

const MARK = "\ufeff";

/** A handler whose text contains no quoted type. */
const ANY_HANDLER = makePart({ type: "text/part-handler", content: "#part-handler\n" });

async function codesOf(type: string, content: string | Uint8Array, essentialOnly = false): Promise<string[]> {
  const findings = await check([makePart({ type, content, path: "x" })], essentialOnly);
  return findings.map(({ code, severity }) => `${severity} ${code}`);
}

function check(parts: Part[], essentialOnly = false): Promise<Finding[]> {
  return runChecks({ input: parts, arranged: [ANY_HANDLER, ...parts] }, { essentialOnly });
}

describe("runChecks", () => {
  test.each<[string, string | Uint8Array, string[]]>([
    ["text/x-shellscript", "#!/bin/sh\n", []],
    ["text/cloud-config", "#cloud-config\n# café → 𝄞\n", []],
    ["text/x-shellscript", Buffer.from("#!/bin/sh\necho caf\xe9\n", "latin1"), ["error text-not-utf8"]],
    ["text/x-own", Buffer.from([0xff]), ["error text-not-utf8"]],
    ["text/x-kube-pod", Buffer.from([0xed, 0xa0, 0x80]), ["error text-not-utf8"]],
    ["application/octet-stream", Buffer.from([0xff]), []],
    ["image/png", Buffer.from([0xff]), []],
    ["text/x-shellscript", "", ["warning part-empty"]],
    ["application/octet-stream", "", ["warning part-empty"]],
    ["text/upstart-job", "#upstart-job\n", ["warning type-removed"]],
    ["application/gzip", "x", ["error type-compressed"]],
    ["application/x-gzip", "x", ["error type-compressed"]],
    ["application/gzipped", "x", ["error type-compressed"]],
    ["application/x-gzip-compressed", "x", ["error type-compressed"]],
    ["application/x-gunzip", "x", ["error type-compressed"]],
    ["application/x-compress", "x", ["error type-compressed"]],
    ["application/x-compressed", "x", ["error type-compressed"]],
    ["application/zip", "x", []],
    ["multipart/mixed", "x", ["error type-container"]],
    ["message/rfc822", "x", ["error type-container"]],
    ["text/x-shellscript", `${MARK}#!/bin/sh\n`, ["error text-bom"]],
    ["text/cloud-config", `${MARK}#cloud-config\n`, ["error text-bom"]],
    [
      "text/x-kube-pod",
      `${MARK}apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "a:1"}]}\n`,
      [],
    ],
    ["text/x-own", `${MARK}x`, []],
  ])("%s %j: %j", async (type, content, expected) => {
    expect(await codesOf(type, content)).toEqual(expected);
  });

  test.each([
    ["apiVersion: v1\nkind: Pod\n", /^use `text\/x-kube-manifest`/],
    ["kind: Pod\n", /^add a `#part-handler`/],
  ])("says what plain text is: %j", async (content, hint) => {
    const parts = [makePart({ type: "text/plain", content })];
    const [found] = await runChecks({ input: parts, arranged: parts });
    expect(found).toMatchObject({ code: "type-unhandled", hint: expect.stringMatching(hint) });
  });

  test.each<[string, string | Uint8Array, string[]]>([
    ["text/x-own", Buffer.from([0xff]), ["error text-not-utf8"]],
    ["multipart/mixed", "x", ["error type-container"]],
    ["application/gzip", "", []],
    ["text/cloud-config", `${MARK}#cloud-config\n`, []],
  ])("reports only what breaks the message: %s %j: %j", async (type, content, expected) => {
    expect(await codesOf(type, content, true)).toEqual(expected);
  });

  test("reports every part with a problem", async () => {
    const parts = ["a", "b", "c"].map((path) =>
      makePart({ path, filename: path, content: path === "b" ? "#!/bin/sh" : "" }),
    );
    const findings = await check(parts);
    expect(findings.map(({ path, code }) => [path, code])).toEqual([
      ["a", "part-empty"],
      ["c", "part-empty"],
    ]);
  });
});

describe("the first offset that is not UTF-8", () => {
  test.each([
    ["at the start", [0xff], 0],
    ["behind text", [0x61, 0x62, 0xff, 0x63], 2],
    ["behind a character of several bytes", [0xc3, 0xa9, 0x80], 2],
    ["where a character breaks off", [0x61, 0xc3, 0x28], 1],
    ["where the text ends inside a character", [0x61, 0xe2, 0x82], 1],
    ["a surrogate", [0x61, 0xed, 0xa0, 0x80], 1],
    ["an overlong slash", [0x61, 0xc0, 0xaf], 1],
    ["beyond Unicode", [0x61, 0xf4, 0x90, 0x80, 0x80], 1],
    ["the first of two", [0x61, 0xff, 0x61, 0xff], 1],
  ])("%s", async (_, content, offset) => {
    const [found] = await check([makePart({ content: Uint8Array.from(content) })]);
    expect(found).toMatchObject({ code: "text-not-utf8", args: { offset } });
  });

  describeWith([python], `is the same as in Python ${SEEDED}`, () => {
    test("for any bytes", async () => {
      const contents = sample(bytes, 2000).map((content) => Buffer.from(content));
      const expected = runPython<number | null>(
        "find_utf8_errors.py",
        contents.map((content) => content.toString("base64")),
      );
      expect(expected.filter((offset) => offset !== null).length).toBeGreaterThan(500);
      const parts = contents.map((content, index) => makePart({ content, path: String(index) }));
      const found = contents.map((): number | null => null);
      for (const each of await check(parts, true)) {
        if (each.code === "text-not-utf8") found[Number(each.path)] = each.args.offset;
      }
      expect(found).toEqual(expected);
    });
  });
});
