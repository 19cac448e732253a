import { expect, test } from "vitest";
import type { FieldType } from "../../../src/kube/fields/field-table.ts";
import { showAsList } from "../../../src/kube/fields/show-as-list.ts";

test.each<[string, string, unknown, FieldType["form"], string]>([
  ["a word", "command", "sleep", "text", "command: [sleep]"],
  ["a command with a number", "command", "sleep 10", "text", 'command: [sleep, "10"]'],
  ["a number", "args", 10, "text", 'args: ["10"]'],
  ["a word that YAML 1.1 reads as true", "args", "yes", "text", 'args: ["yes"]'],
  ["words in quotes", "command", `sh -c "a && b" 'c d'`, "text", "command: [sh, -c, a && b, c d]"],
  ["quotes inside of a word", "args", `--set="a b"`, "text", "args: [--set=a b]"],
  ["a quote that nothing closes", "args", "it's here", "text", "args: [it's, here]"],
  ["a word with a comma", "args", "a,b", "text", 'args: ["a,b"]'],
  ["several lines", "command", "a\nb\n", "text", "command: [a, b]"],
  ["no text", "command", "", "text", "command: []"],
  ["more than a line has room for", "args", "word ".repeat(20), "text", "args: […]"],
  ["a number in a list of numbers", "supplementalGroups", 10, "int64", "supplementalGroups: [10]"],
])("%s", (_, key, value, form, expected) => {
  expect(showAsList(key, value, { form } as FieldType)).toBe(expected);
});
