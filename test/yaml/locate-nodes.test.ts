import { describe, expect, test } from "vitest";
import { locateNodes, lookUpNode, type NodePath } from "../../src/yaml/locate-nodes.ts";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";

/** The node's text from its start to the end of the line. */
function restAt(text: string, path: NodePath, place: "start" | "value" = "start"): string {
  const node = lookUpNode(locateNodes(text, parseYaml(text))!, path);
  return `${node[place]}: ${text.slice(node[place]).split("\n")[0]}`;
}

describe("locateNodes", () => {
  test.each<[string, string, NodePath, string]>([
    ["the first of a list", "-\n- a\n", [0], "0: -"],
    ["the last of a list", "- a\n-", [1], "4: -"],
    ["one behind an empty one", "a:\n- \n- \n- b\n", ["a", 1], "6: - "],
    ["one behind comments with dashes", "- a # b - c\n# - d\n-\n", [1], "18: -"],
    ["one behind a list in brackets", "- [a,\n  b]\n- e\n-\n", [2], "15: -"],
    ["one behind a list with an empty one", "- - a\n  -\n-\n", [1], "10: -"],
    ["one behind text in quotes", "- 'a - b'\n- # c\n- d\n", [1], "10: - # c"],
    ["one behind text with dashes", "- |\n  - a\n- a-b\n- &c-d\n- *c-d\n- !e-f\n-\n", [5], "37: -"],
    ["one with an anchor", "- a\n- &b\n", [1], "6: &b"],
    ["one with a tag", "- a\n- !!null\n", [1], "6: !!null"],
  ])("locates an empty item: %s", (_, text, path, expected) => {
    expect(restAt(text, path)).toBe(expected);
  });

  test.each<[string, NodePath, string]>([
    ["a: 1\nb:\n", ["b"], "5: b:"],
    ["a: {b, c: }\n", ["a", "c"], "7: c: }"],
  ])("takes the key for the place of an empty value: %j", (text, path, expected) => {
    expect([restAt(text, path), restAt(text, path, "value")]).toEqual([expected, expected]);
  });
});
