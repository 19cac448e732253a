import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listObjects } from "../../src/kube/list-objects.ts";
import { readManifest } from "../../src/kube/read-manifest.ts";
import { splitDocuments } from "../../src/kube/split-documents.ts";
import { SEEDED, assertProperty } from "../support/seed.ts";

const values = (text: string): unknown[] => readManifest(text).documents.map(({ value }) => value);

describe("readManifest", () => {
  test.each<[string, string, unknown[]]>([
    ["YAML", "a: 1\n", [{ a: 1 }]],
    ["YAML below a marker", "#kube-pod\na: 1\n", [{ a: 1 }]],
    ["several documents", "a: 1\n---\nb: 2\n--- # here\nc: 3\n", [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ["a separator above the first", "# hello\n---\na: 1\n", [{ a: 1 }]],
    ["a document end", "a: 1\n...\n---\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["a directive", "%YAML 1.1\n---\na: 1\n", [{ a: 1 }]],
    ["a comment at a separator below comments", "# hello\n---#c\na: 1\n", [null, { a: 1 }]],
    ["empty documents", "---\n---\na: 1\n---\n", [null, { a: 1 }, null]],
    ["CRLF", "a: 1\r\n---\r\nb: 2\r\n", [{ a: 1 }, { b: 2 }]],
    ["what only looks like a separator", "a: |\n  ---\nb: ---x\n", [{ a: "---\n", b: "---x" }]],
    ["JSON", '{"a": 1}', [{ a: 1 }]],
    ["JSON below a marker", '#kube-service\n{"a": 1}\n', [{ a: 1 }]],
    ["JSON with tabs and escapes", '{\n\t"a":\t"\\/\\u00e9\\ud83d\\ude00"\n}\n', [{ a: "/é😀" }]],
    ["several JSON values", '{"a": "}{"}\n\n{"b": [{}]}{"c": 3}\n', [{ a: "}{" }, { b: [{}] }, { c: 3 }]],
    ["a flow mapping and more YAML", "{a: 1}\n---\n{b: 2}\n", [{ a: 1 }, { b: 2 }]],
    ["anchors and merges", "a: &x {b: 1}\nc:\n  <<: *x\n  d: *x\n", [{ a: { b: 1 }, c: { b: 1, d: { b: 1 } } }]],
    ["a key given twice", "a: 1\na: 2\n", [{ a: 2 }]],
    ["a bracket below its key", "a:\n  b: [\n    x\n  ]\n", [{ a: { b: ["x"] } }]],
    ["nothing", "", [null]],
  ])("reads %s", (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ["yes", true],
    ["off", false],
    ["0644", 420],
    ["0x1f", 31],
    ["1_000", 1000],
    ["1e3", 1000],
    ["0.5", 0.5],
    ["12:30", "12:30"],
    ["2014-06-01", "2014-06-01"],
    ["2014-06-01T10:00:00Z", "2014-06-01T10:00:00Z"],
    ["500m", "500m"],
    ["~", null],
  ])("reads the scalar %s as Kubernetes does", (scalar, expected) => {
    expect(values(`a: ${scalar}\n`)).toEqual([{ a: expected }]);
  });

  test.each<[string, string, (string | number)[], { line: number; column: number }]>([
    ["a key", "#kube-pod\na:\n  b: 1\n", ["a", "b"], { line: 3, column: 3 }],
    ["a quoted key", 'a:\n  "b c": 1\n', ["a", "b c"], { line: 2, column: 3 }],
    ["a list item", "a:\n  - x\n  - 'y'\n", ["a", 1], { line: 3, column: 5 }],
    ["a mapping in a list", "a:\n  - b: 1\n    c: 2\n", ["a", 0, "c"], { line: 3, column: 5 }],
    ["the second document", "a: 1\n---\n\nb:\n  c: 2\n", ["b", "c"], { line: 5, column: 3 }],
    ["JSON", '{\n  "a": {"b": [1, {"c": 2}]}\n}', ["a", "b", 1, "c"], { line: 2, column: 19 }],
    ["the second JSON value", '{"a": 1}\n{\n"b": 2}', ["b"], { line: 3, column: 1 }],
    ["what stands behind an alias: the alias' key", "a: &x {b: 1}\nc: *x\n", ["c", "b"], { line: 2, column: 1 }],
    ["the root", "\n# hello\na: 1\n", [], { line: 3, column: 1 }],
    ["a key that is a boolean", "a:\n  off: 1\n", ["a", "false"], { line: 2, column: 3 }],
    ["the key that counts of two", "no: 1\noff: 2\n", ["false"], { line: 2, column: 1 }],
    ["a key that is a number", "b: 1\n0644: 2\n", ["420"], { line: 2, column: 1 }],
    ["a root without content", "# hello\n", [], { line: 1, column: 1 }],
  ])("locates %s", (_, text, path, expected) => {
    expect(readManifest(text).documents.at(-1)!.locate(path)).toEqual(expected);
  });

  test.each([
    ["a tab", "a:\n\tb: 1\n", 2, 1],
    ["a mistake in a later document", "a: 1\n---\nb: [1\nc: 2\n", 3, 4],
    ["an open string", '{"a": "b\n}', 1, 7],
    ["a document behind ...", "a: 1\n...\nb: 2\n", 2, 1],
    ["an unknown alias", "a: *x\n", 1, 4],
    ["an alias to lists of aliases", `a0: &x0 []\n${makeBomb(30)}`, 2, 10],
    ["a list that holds itself", "a: &x [*x]\n", 1, 8],
  ])("locates %s", (_, text, line, column) => {
    const { documents, problem } = readManifest(text);
    expect(documents).toEqual([]);
    expect(problem).toMatchObject({ line, column });
    expect(problem!.reason).toMatch(/\S/);
  });
});

/** One line per level, each a list of ten aliases to the previous one. */
function makeBomb(levels: number): string {
  const lines = Array.from(
    { length: levels },
    (_, level) => `a${level + 1}: &x${level + 1} [${`*x${level}, `.repeat(10)}]\n`,
  );
  return lines.join("");
}

test(`the ranges of any text cover it ${SEEDED}`, async () => {
  const line = fc.constantFrom(
    "---",
    "--- a: 1",
    "# x",
    "",
    "a: 1",
    "{}",
    '{"a": "}"}',
    "{",
    "...",
    "%YAML 1.1",
    "--- |",
  );
  await assertProperty(
    fc.property(fc.array(line), fc.constantFrom("\n", "\r\n"), (lines, lineEnd) => {
      const text = lines.join(lineEnd);
      expect(
        splitDocuments(text)
          .map(({ start, end }) => text.slice(start, end))
          .join(""),
      ).toBe(text);
    }),
  );
});

test("lists are expanded", () => {
  const pod = { kind: "Pod" };
  const nested = {
    kind: "List",
    items: [pod, { apiVersion: "v1", kind: "PodList", items: [{}, { kind: "Pod" }] }, null],
  };
  expect(listObjects(nested)).toEqual([
    { value: pod, path: ["items", 0] },
    { value: { apiVersion: "v1", kind: "Pod" }, path: ["items", 1, "items", 0] },
    { value: pod, path: ["items", 1, "items", 1] },
  ]);
  expect(listObjects("text")).toEqual([]);
});
