import { describe, expect, test } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import type { Finding, Part } from "../../src/model.ts";
import { makePart } from "../support/make-part.ts";

const JOIN = "list(append)+dict(recurse_list)+str()";
const APPENDED = { "X-Merge-Type": JOIN };

function config(body: string, headers: Record<string, string> = {}, number: number | null = null): Part {
  const path = number === null ? "a.cfg" : "blob";
  return makePart({ type: "text/cloud-config", content: `#cloud-config\n${body}\n`, headers, path, number });
}

async function check(parts: Part[]): Promise<Finding[]> {
  const findings = await runChecks({ input: parts, arranged: parts });
  return findings.filter(({ code }) => /^(?:config-(?:replaced|ignored)|merge-)/.test(code));
}

describe("keys in two cloud-configs", () => {
  test("names both locations, and the part of a blob", async () => {
    expect(await check([config("a: [1]"), config("b: 1\na: [2]")])).toMatchObject([
      { line: 3, column: 1, message: "`a` replaces the value in a.cfg:2, which is lost" },
    ]);
    expect(await check([config("a: [1]", {}, 1), config("a: [2]", {}, 2)])).toMatchObject([
      { part: 2, line: 2, message: "`a` replaces the value in part 1, line 2, which is lost" },
    ]);
  });

  test.each<[string, Part[], string[]]>([
    ["lists that a header joins", [config("a: [1]"), config("a: [2]", APPENDED)], []],
    ["text that it does not", [config("a: x"), config("a: y", APPENDED)], ["config-ignored"]],
    ["nothing that could be lost", [config("a: []"), config("a: [1]"), config("a: null")], []],
    [
      "what a merge type deletes on purpose",
      [config("a: 1"), config("a: null", { "Merge-Type": "dict(allow_delete)" })],
      [],
    ],
    [
      "a header that is not read",
      [config("a: [1]"), config("a: [2]", { "x-merge-type": JOIN })],
      ["merge-header-unread", "config-replaced"],
    ],
    ["what stands in a part that is dropped", [config("a: [1]"), config("a: [2]\n b: 1")], []],
    [
      "the one that Merge-Type rules",
      [config("a: [1]"), config("a: [2]", { ...APPENDED, "Merge-Type": "dict(replace)" })],
      ["config-replaced"],
    ],
    [
      "a script between them",
      [config("a: [1]"), makePart({ content: "#!/bin/sh\n" }), config("a: [2]")],
      ["config-replaced"],
    ],
    ["mappings that are merged", [config("a: {b: 1}"), config("a: {c: 1}", { "X-Merge-Type": "dict()" })], []],
  ])("%s", async (_, parts, codes) => {
    expect((await check(parts)).map(({ code }) => code)).toEqual(codes);
  });

  test("names the location that takes effect, of three", async () => {
    const found = await check([config("a: x", {}, 1), config("a: y", APPENDED, 2), config("a: z", {}, 3)]);
    expect(found.map(({ message }) => message)).toEqual([
      "`a` has no effect: its merge type keeps the value in part 1, line 2",
      "`a` replaces the value in part 1, line 2, which is lost",
    ]);
  });
});

describe("merge types", () => {
  const template = makePart({ type: "text/jinja2", content: "## template: jinja\n#cloud-config\na: {{ v1 }}\n" });

  test.each<[string, Part[], string[]]>([
    ["a header on the second", [config("a: 1"), config("b: 1", APPENDED)], []],
    ["a header on the first", [config("a: 1", APPENDED), config("b: 1")], ["merge-type-first"]],
    ["a header on all", [config("a: 1", APPENDED), config("b: 1", APPENDED)], []],
    ["a header on the only one", [config("a: 1", APPENDED)], ["merge-type-first"]],
    ["a header behind a template", [template, config("b: 1", APPENDED)], []],
    ["one folded where it may be", [config("a: 1"), config("b: 1", { "X-Merge-Type": "list(append)+\n dict()" })], []],
    [
      "one folded inside its parentheses",
      [config("a: 1"), config("b: 1", { "X-Merge-Type": "list(append)+dict(no_replace,\n recurse_list)" })],
      ["merge-type-broken"],
    ],
    ["one that is none", [config("a: 1"), config("b: 1", { "X-Merge-Type": "append" })], ["merge-type-broken"]],
    [
      "one on a template",
      [config("a: 1"), { ...template, headers: { "X-Merge-Type": "append" } }],
      ["merge-type-broken"],
    ],
    ["one that is empty", [config("a: 1"), config("b: 1", { "X-Merge-Type": "" })], []],
    [
      "lists alone, and mappings in the body",
      [config("a: 1"), config("merge_how: dict()\nb: 1", { "X-Merge-Type": "list()" })],
      [],
    ],
  ])("%s", async (_, parts, codes) => {
    expect((await check(parts)).map(({ code }) => code)).toEqual(codes);
  });
});

describe("headers that cloud-init does not read", () => {
  const patch = makePart({ type: "text/cloud-config-jsonp", content: "#cloud-config-jsonp\n[]\n", headers: APPENDED });

  test.each<[string, Part[], string[]]>([
    ["another case", [config("a: 1"), config("b: 1", { "X-MERGE-TYPE": JOIN })], ["merge-header-unread"]],
    ["another type", [makePart({ content: "#!/bin/sh\n", headers: APPENDED })], ["merge-header-unread"]],
    ["a patch", [config("a: 1"), patch], ["merge-header-unread"]],
    ["another header", [makePart({ content: "#!/bin/sh\n", headers: { "X-Merge-Types": "x" } })], []],
    ["both that it does", [config("a: 1"), config("b: 1", { ...APPENDED, "Merge-Type": JOIN })], []],
  ])("%s", async (_, parts, codes) => {
    expect((await check(parts)).map(({ code }) => code)).toEqual(codes);
  });
});
