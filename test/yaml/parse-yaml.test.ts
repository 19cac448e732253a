import { constructFromEvents } from "js-yaml";
import { describe, expect, test } from "vitest";
import { locateNodes, lookUpNode, type NodePath } from "../../src/yaml/locate-nodes.ts";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";

const BELOW_THE_KEY = "a: [\n  x, # one\n  y\n]\nb:\n  c: {\n  d: [\n1,\n2]\n  }\n";

describe("parseYaml", () => {
  test.each<[string, string, unknown]>([
    ["a bracket below its key", "a: [\n  x,\n]\nb: 1\n", { a: ["x"], b: 1 }],
    ["several, with comments", BELOW_THE_KEY, { a: ["x", "y"], b: { c: { d: [1, 2] } } }],
    ["brackets as the formatters of JSON write them", 'a: {\n"b": [\n"c"\n]\n}\n', { a: { b: ["c"] } }],
    ["text in quotes that goes on at the start of a line", "a: \"x\ny\"\nb: 'x\n\ny'\n", { a: "x y", b: "x\ny" }],
    [
      "comments glued to what they follow",
      "a: [\"b\"]# c\nd: 'e'#f\ng: {h: i}#\n",
      { a: ["b"], d: "e", g: { h: "i" } },
    ],
    ["the same inside of brackets", "a: ['b',# c\n  'd'# e\n]\n", { a: ["b", "d"] }],
    ["far to the right", `${"- ".repeat(90)}[\nx\n]\n`, expect.anything()],
  ])("accepts %s", (_, text, expected) => {
    expect(constructFromEvents(parseYaml(text), { source: text })).toEqual([expected]);
  });

  test.each<[NodePath, number]>([
    [["a", 0], BELOW_THE_KEY.indexOf("x")],
    [["a", 1], BELOW_THE_KEY.indexOf("y")],
    [["b"], BELOW_THE_KEY.indexOf("b:")],
    [["b", "c", "d"], BELOW_THE_KEY.indexOf("d:")],
    [["b", "c", "d", 1], BELOW_THE_KEY.indexOf("2")],
  ])("keeps the position of %j", (path, expected) => {
    expect(lookUpNode(locateNodes(BELOW_THE_KEY, parseYaml(BELOW_THE_KEY))!, path).start).toBe(expected);
  });

  test("locates an error behind lines that it has moved", () => {
    const text = "a: [\n  x,\n]\nb: @\n";
    expect(() => parseYaml(text)).toThrow(expect.objectContaining({ mark: expect.objectContaining({ line: 3 }) }));
  });

  test.each([
    ["braces of a template", "a:\n  b: {{ c }}\n", 1, 6],
    ["a list", "a: 1\n? [b]\n: c\n", 1, 2],
    ["a mapping below one that is fine", "- a: {b: [c]}\n- ? d: e\n", 1, 4],
  ])("rejects a key that is %s", (_, text, line, column) => {
    expect(() => parseYaml(text)).toThrow(expect.objectContaining({ mark: expect.objectContaining({ line, column }) }));
  });

  test("gives up on a text that would take too long", () => {
    const text = `a: [\n${"x,\n".repeat(20_000)}]\n`;
    expect(() => parseYaml(text)).toThrow("deficient indentation");
  });
});
