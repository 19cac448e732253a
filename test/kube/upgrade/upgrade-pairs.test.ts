import { dump } from "js-yaml";
import { expect, test } from "vitest";
import { hasErrors } from "../../../src/findings/finding.ts";
import { upgradeText } from "../../support/upgrade-text.ts";
import { PAIRS } from "./pairs/index.ts";

test("the names of the pairs are unique", () => {
  expect(new Set(PAIRS.map(({ name }) => name)).size).toBe(PAIRS.length);
});

test.each(PAIRS)("$name", ({ old, new: expected, codes = [] }) => {
  const { text, values, findings } = upgradeText(dump(old), "a.yaml");
  expect(findings.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
  if (expected === null) expect(hasErrors(findings)).toBe(true);
  else expect(values).toEqual([expected]);
  for (const { line, column } of findings) expect([line, column]).toEqual([expect.any(Number), expect.any(Number)]);
  expect(upgradeText(text, "a.yaml").text).toBe(text);
});

test.each(PAIRS)("$name, in JSON", ({ old, new: expected }) => {
  const { text, values } = upgradeText(JSON.stringify(old), "a.json");
  if (expected !== null) expect(values).toEqual([expected]);
  expect([JSON.parse(text)]).toEqual(values);
});
