import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/cloud-config/read-archive.ts";
import { makePart } from "../support/make-part.ts";

const read = (yaml: string) => readArchive(makePart({ content: `#cloud-config-archive\n${yaml}\n` }));

describe("an entry", () => {
  test.each<[string, string, string | null, string]>([
    ["- '#!/bin/sh'", "text/x-shellscript", null, "#!/bin/sh"],
    ["- plain", "text/cloud-config", null, "plain"],
    ["- {content: plain, filename: a.cfg}", "text/cloud-config", "a.cfg", "plain"],
    ["- {type: Text/X-Own, content: '#!/bin/sh'}", "text/x-own", null, "#!/bin/sh"],
    ["- {type: '', content: '#!/bin/sh'}", "text/x-shellscript", null, "#!/bin/sh"],
    ["- {content: !!binary aGk=}", "application/octet-stream", null, "hi"],
    ["- {content: x, filename: 5}", "text/cloud-config", "5", "x"],
    ["- {}", "text/cloud-config", null, ""],
  ])("%s is a part", (yaml, type, filename, content) => {
    const { entries, findings } = read(yaml);
    expect(entries).toMatchObject([{ type, filename }]);
    expect(Buffer.from(entries[0]!.content).toString()).toBe(content);
    expect(findings).toEqual([]);
  });

  test("has headers from its other keys", () => {
    const { entries } = read("- {content: x, X-Merge-Type: list(), launch-index: 1, content-type: 5, __proto__: y}");
    expect(Object.entries(entries[0]!.headers)).toEqual([
      ["X-Merge-Type", "list()"],
      ["launch-index", "1"],
      ["__proto__", "y"],
    ]);
  });

  test.each([
    ["- {content: 5}", "archive-entry-broken"],
    ["- {content: null}", "archive-entry-broken"],
    ["- {type: nope, content: x}", "archive-entry-broken"],
    ["- {type: [a/b], content: x}", "archive-entry-broken"],
    ["- {content: x, filename: [a]}", "archive-entry-broken"],
    ["- {content: x, X-Own: 5}", "archive-entry-broken"],
    ["- 5", "archive-entry-skipped"],
    ["- [x]", "archive-entry-skipped"],
  ])("%s is not a part: %s", (yaml, code) => {
    const { entries, findings } = read(`- first\n${yaml}`);
    expect(entries).toHaveLength(1);
    expect(findings).toMatchObject([{ code, line: 3, message: expect.stringContaining("entry 2") }]);
  });
});

describe("an archive", () => {
  test.each([
    ["a: b", "it is not a list"],
    ["- a\n---\n- b", "it has more than one document"],
    ["- [", "never closed"],
  ])("that is %j is broken", (yaml, reason) => {
    const { entries, findings } = read(yaml);
    expect(entries).toEqual([]);
    expect(findings).toMatchObject([{ code: "archive-broken", message: expect.stringContaining(reason) }]);
  });

  test("may be empty", () => {
    expect(read("")).toEqual({ entries: [], findings: [] });
  });

  test("that is too large is not read", () => {
    expect(read("- x\n".repeat(200_000)).findings).toMatchObject([{ code: "archive-too-large" }]);
  });
});
