import { parseEvents } from "js-yaml";
import { expect, test } from "vitest";
import { findRepeatedKeys } from "../../src/yaml/find-repeated-keys.ts";

test.each<[string, string, [string, number, number][]]>([
  ["none", "a: 1\nb: 2\n", []],
  ["at the root", "a: 1\nb: 2\na: 3\n", [["a", 0, 10]]],
  [
    "three times",
    "a: 1\na: 2\na: 3\n",
    [
      ["a", 0, 5],
      ["a", 0, 10],
    ],
  ],
  ["quoted otherwise", "a: 1\n'a': 2\n", [["a", 0, 6]]],
  ["nested", "a:\n  b: 1\n  b: 2\n", [["b", 5, 12]]],
  ["the same key in two mappings", "a: {c: 1}\nb: {c: 2}\n", []],
  ["a value that is a key's name", "a: b\nb: a\n", []],
  ["items of a list", "a: [b, b]\n", []],
  ["in a list of lists", "- - a: 1\n    a: 2\n", [["a", 4, 13]]],
  ["keys that are mappings", "? {a: 1}\n: 1\n? {a: 1}\n: 2\n", []],
  ["keys without text", "?\n?\n: 1\n'': 2\n", []],
  ["merge keys", "x: &x {a: 1}\ny: {<<: *x, <<: *x}\n", []],
  ["in two documents", "a: 1\n---\na: 2\n", []],
  ["behind an alias", "a: &x 1\nb: *x\na: *x\n", [["a", 0, 14]]],
])("%s", (_, text, expected) => {
  const found = findRepeatedKeys(text, parseEvents(text, {}));
  expect(found.map(({ key, first, again }) => [key, first, again])).toEqual(expected);
});
