import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakDocument } from "../../../bench/break-document.js";
import { findSyntaxProblem } from "../../../src/yaml/syntax/find-syntax-problem.ts";
import type { Reader } from "../../../src/yaml/syntax/scan-state.ts";
import { describeWith } from "../../support/requirements.ts";
import { pythonYaml, runPython, SYSTEM_PYTHON } from "../../support/run-python.ts";
import { sample, SEEDED } from "../../support/seed.ts";

/** The rule, and the places as LINE:COLUMN, the second only if it is another. */
function describeProblem(text: string, reader: Reader = "PyYAML"): string | null {
  const problem = findSyntaxProblem(text, reader);
  if (!problem) return null;
  const places = [...new Set([problem.at, problem.from])].map((offset) => placeOf(text, offset));
  return `${problem.rule} ${places.join(" ")}`;
}

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|[\n\r\x85\u2028\u2029]/);
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}

describe("findSyntaxProblem", () => {
  test.each(["- ", "? ", "[", "{a: ", "&a ", "'", "\t"])("ends for 200,000 times %j", (piece) => {
    expect(() => findSyntaxProblem(`a: 1\nb:\n${piece.repeat(200_000)}\n`, "PyYAML")).not.toThrow();
  });

  test.each<[string, string]>([
    ["nothing", ""],
    ["a list at the column of its key", "a:\n- b\n-\nc:\n"],
    ["brackets that close further left", "a: [\nb, {c: d}\n]\ne: {\n}\n"],
    ["text over several lines", "a: b\n  c\n\n  d\ne: 'f\ng'\n"],
    ["block scalars with every header", "a: |\n b\nc: >-\n  d\ne: |2+\n   f\ng: |-1 # h\n i\n"],
    ["keys of every kind", "'a': 1\n\"b\": 2\n? c\n: 3\n*d : 4\n".replace("*d", "&d e")],
    ["anchors, aliases and tags", "a: &x !!str b\nc: *x\nd: !<tag:yaml.org,2002:str> e\nf: !\n"],
    ["documents and directives", "%YAML 1.1\n%TAG !e! x:\n---\na: !e!b c\n...\n---\n- b\n"],
    ["every escape", '"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\"\\/\\\\\\N\\_\\L\\P\\x41\\u0041\\U00010041 \\\n  b"\n'],
    ["a pair in a list in brackets", "[a: b, ? c, e: ]\n"],
    ["line ends of Windows", "a:\r\n- b\r\n"],
  ])("accepts %s", (_, text) => {
    expect(describeProblem(text)).toBeNull();
  });

  test.each<[string, string]>([
    ["a: x\x01\n", "character 1:5"],
    ["a: 1\nb\nc: 2\n", "key-without-colon 3:1 2:1"],
    [`${"k".repeat(1025)}: 1\n`, "value-here 1:1026"],
    ["a: - b\n", "item-here 1:4"],
    ["a: ? b\n", "key-here 1:4"],
    ["a: b: c\n", "value-here 1:5"],
    ["a: @b\n", "token-start 1:4"],
    ["a:\n\tb: 1\n", "token-start 2:1"],
    ["a: 'b\n", "quote-open 2:1 1:4"],
    ['a: "b\n---\n', "quote-open 2:1 1:4"],
    ['a: "\\d"\n', "escape 1:6 1:4"],
    ['a: "\\x4"\n', "escape 1:6 1:4"],
    ["a: |b\n", "block-header 1:5 1:4"],
    ["a: |0\n", "block-header 1:5 1:4"],
    ["a: *\n", "alias-name 1:5 1:4"],
    ["a: &b.c d\n", "anchor-name 1:6 1:4"],
    ["a: !b[c]\td\n", "tag 1:9 1:4"],
    ["a: !<b\n", "tag 1:7 1:4"],
    ["a: !b!c d\n", "tag-handle 1:4"],
    ["%YAML 2.0\n---\n", "directive 1:1"],
    ["%YAML\n---\n", "directive 1:6 1:1"],
    ["%YAML 1.1\na: 1\n", "document-start 2:1"],
    ["  a: 1\nb: 2\n", "document-start 2:1"],
    ["a: ]\n", "block-node 1:4"],
    ["a: [b, , c]\n", "flow-node 1:8 1:4"],
    ["a:\n  - b\n  c: d\n", "block-list 3:3 2:3"],
    ["a:\n  b: 1\n c: 2\n", "block-mapping 3:2 1:1"],
    ["a: [b, c\nd: e\n", "flow-list 2:2 1:4"],
    ["a: {b: c\nd: e\n", "flow-mapping 2:2 1:4"],
    ["a: *b\n", "alias-undefined 1:4"],
    ["a: &b 1\nc: &b 2\n", "anchor-repeated 2:4 1:4"],
    ["a: &b *b\n", "block-mapping 1:7 1:1"],
  ])("%j: %s", (text, expected) => {
    expect(describeProblem(text)).toBe(expected);
  });

  test.each<[string, string, string | null]>([
    ["a tab behind a colon", "a:\tb\n", null],
    ["a tab in text", "a: b\tc\n", null],
    ["a tab inside brackets", '{\n\t"a": 1\n}\n', null],
    ["an anchor that is set twice", "a: &b 1\nc: &b 2\n", null],
    ["a tab behind the sign of a block scalar", "a: |\t# b\n  c\n", null],
    ["a colon in front of a bracket", "[a:]\n", null],
    ["an escaped slash", 'a: "\\/"\n', "escape 1:6 1:4"],
    ["an escaped surrogate", 'a: "\\ud83d"\n', "escape 1:6 1:4"],
    ["a tab in the indentation", "a:\n\tb: 1\n", "token-start 2:1"],
    ["a tab at the start of a line of text", "a: b\n\tc\n", "token-start 2:1"],
  ])("judges %s as go-yaml does", (_, text, expected) => {
    expect(describeProblem(text, "go-yaml")).toBe(expected);
  });

  test.each([
    ["brackets", "[".repeat(200_000)],
    ["braces", "{".repeat(200_000)],
    ["lists", "- ".repeat(20_000)],
    ["a word", `a: ${"b".repeat(3_000_000)}\n`],
    ["quotes", `a: '${"''".repeat(1_000_000)}'\n`],
  ])("has no limit for %s", (_, text) => {
    expect(() => findSyntaxProblem(text, "PyYAML")).not.toThrow();
  });
});

interface Answer {
  lines: number[];
  problem: string;
  /** The class of the exception. */
  stage: string;
}

/** Whether PyYAML found it behind its parser: in a value, or a second document. */
function isOfValue({ stage, problem }: Answer): boolean {
  return !/^(?:Reader|Scanner|Parser|Composer)Error$/.test(stage) || problem === "but found another document";
}

/** The lines of both marks, or null for a valid text. */
function locateBoth(text: string): number[] | null {
  const problem = findSyntaxProblem(text, "PyYAML");
  return problem && [problem.at, problem.from].map((offset) => Number(placeOf(text, offset).split(":")[0]));
}

function compareWithPython(texts: readonly string[]): void {
  const answers = runPython<Answer | null>("locate_yaml_problems.py", texts, SYSTEM_PYTHON);
  const compared = texts.map((text, index) => ({ text, answer: answers[index]!, lines: locateBoth(text) }));
  const differing = compared.filter(({ answer, lines }) => {
    if (answer !== null && isOfValue(answer)) return false;
    if (answer === null || lines === null) return answer !== null || lines !== null;
    return answer.lines.length > 0 && !lines.some((line) => answer.lines.includes(line));
  });
  expect(differing).toEqual([]);
}

/** What tokens are made of. */
const TOKENS = [
  "a|b: |b:|\n|\n  |\n    |- |-|? |?|\n- |[|]|{|}|, |,|: |:|'|\"|\\|>|&a |&b|*a|*a |!|!!str |!x |%YAML 1.1\n".split(
    "|",
  ),
  ["|", "|2", "|+\n", "---", "\n...\n", "#", " #", "\t", "\r\n", "\u2028", "\x85", "@", "`", "%", "\\x4", "é", "😀"],
  ["<", "0", " "],
].flat();

describeWith([pythonYaml], `as PyYAML ${SEEDED}`, () => {
  test("on random tokens", () => {
    const tokens = fc.constantFrom(...TOKENS);
    const texts = sample(fc.array(tokens, { minLength: 1, maxLength: 14 }), 8000).map((words) => words.join(""));
    compareWithPython(texts);
  });

  test("on documents that are broken at random", () => {
    const examples = join(import.meta.dirname, "../../../examples");
    const cases = join(import.meta.dirname, "../../checks/cases");
    const documents = [examples, cases].flatMap((folder) => listConfigs(folder));
    expect(documents.length).toBeGreaterThan(50);
    const numbers = fc.infiniteStream(fc.nat());
    const texts = sample(fc.tuple(fc.constantFrom(...documents), numbers), 1500).map(([text, stream]) => {
      return breakDocument(text, (limit: number) => stream.next().value % limit);
    });
    compareWithPython(texts);
  });
});

function listConfigs(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"))
    .filter((text) => text.startsWith("#cloud-config\n"));
}
