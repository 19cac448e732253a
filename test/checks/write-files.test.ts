/** Exactly the errors in write_files make cloud-init's own module raise. */
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import { makePart } from "../support/make-part.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { sample, SEEDED } from "../support/seed.ts";

interface Written {
  written: Record<string, string>;
  error: string | null;
}

type File = Record<string, unknown>;

const USERS = ["kbt-bob", "kbt-amy"];

async function codesOf(files: readonly File[]): Promise<string[]> {
  const listed = files.map((file) => ({ path: "/a", ...file }));
  const content = `#cloud-config\n${JSON.stringify({ users: USERS, write_files: listed })}\n`;
  const part = makePart({ type: "text/cloud-config", content });
  const findings = await runChecks({ input: [part], arranged: [part] });
  return findings.filter(({ code }) => code.startsWith("file-")).map(({ code }) => code);
}

describeWith([cloudInitPackage], `cloud-init's own write_files ${SEEDED}`, () => {
  const encoding = fc.constantFrom("b64", "base64", "gz", "gz+b64", "gzip+base64", " B64 ", "text/plain", "utf-8", "");
  const base64 = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString("base64"));
  const gzip = fc.string({ maxLength: 8 }).map((text) => gzipSync(text).toString("base64"));
  const content = fc.oneof(
    base64,
    gzip,
    gzip.map((text) => text.slice(0, -8)),
    fc.tuple(base64, fc.constantFrom("=", "\n", "A", ".", "é", "=A", "==")).map((pieces) => pieces.join("")),
    fc.string({ unit: fc.constantFrom("a", "G", "k", "=", "-", " ", "\n"), maxLength: 10 }),
    fc.constantFrom("#!/bin/sh\necho\n", ""),
  );
  const owner = fc.constantFrom(
    "root",
    "root:root",
    "-1",
    "none:root",
    "kbt-bob",
    "root:kbt-amy",
    "0:0",
    " root : root ",
  );
  const file = fc.oneof(
    fc.record({ encoding, content }),
    fc.record({ owner, content }),
    fc.record({ owner, defer: fc.constantFrom(true, "yes", "1", false, "no") }),
  );

  test("raises where lint finds an error, for any files", async () => {
    const inputs = sample(fc.tuple(file), 2000);
    const answers = runPython<Written>("write_files.py", inputs, SYSTEM_PYTHON);
    expect(answers.filter(({ error }) => error !== null).length).toBeGreaterThan(400);
    for (const [index, [each]] of inputs.entries()) {
      const codes = await codesOf([each]);
      const isDeferred = "defer" in each && /^(?:true|yes|1)$/.test(String(each.defer));
      const expected = isDeferred ? /^0:0$/.test(each.owner) : answers[index]!.error !== null;
      const found = codes.includes("file-content") || codes.includes("file-owner");
      expect({ each, answer: answers[index], found }).toEqual({ each, answer: answers[index], found: expected });
    }
  });

  test.each<[string, File[], string[]]>([
    ["an owner that is made later", [{ owner: "kbt-bob" }, { content: "x" }], ["0"]],
    ["content that is not base64", [{ encoding: "b64", content: "a" }, { content: "x" }], []],
    ["an unknown encoding", [{ encoding: "b65", content: "aGk=" }, { content: "x" }], ["0", "1"]],
  ])("writes no later file behind %s", (_, files, written) => {
    const [answer] = runPython<Written>("write_files.py", [files], SYSTEM_PYTHON);
    expect(Object.keys(answer!.written)).toEqual(written);
  });
});
