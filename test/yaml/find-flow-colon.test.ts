import { expect, test } from "vitest";
import { findFlowColon } from "../../src/yaml/find-flow-colon.ts";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";

/** What PyYAML 3.12 says, which was run on each. */
test.each([
  ["[a:b]", "a:b"],
  ["[http://x/y]", "http://x/y"],
  ["{u: http://x}", "http://x"],
  ["[a::]", "a:"],
  ["{a:1}", "a:1"],
  ["[[a:b]]", "a:b"],
  ["a: [x, y:z]", "y:z"],
  ["a: {b: c:d}", "c:d"],
  ["[a:b: c]", "a:b"],
  ["{a:b: c}", "a:b"],
  ["[a:,b]", null],
  ["[a:]", null],
  ["['a:b']", null],
  ['["a:b"]', null],
  ["[a: b]", null],
  ["[a:{b}]", null],
  ["a: b:c", null],
  ["- a:b\n- [c]\n- d:e", null],
])("%j: %j", (text, expected) => {
  expect(findFlowColon(text, parseYaml(text))).toBe(expected === null ? null : text.indexOf(expected));
});
