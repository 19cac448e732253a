import { expect, test } from "vitest";
import { findNearest } from "../../src/text/find-nearest.ts";

const WORDS = ["runcmd", "bootcmd", "write_files", "users", "user", "apt"];

test.each([
  ["run_cmd", "runcmd"],
  ["runcmds", "runcmd"],
  ["write-files", "write_files"],
  ["usres", "users"],
  ["usr", "user"],
  ["at", "apt"],
  ["runcmd", "runcmd"],
  ["something", null],
  ["", null],
])("%s: %s", (word, expected) => {
  expect(findNearest(word, WORDS)).toBe(expected);
});

test("returns the first of two equally near ones", () => {
  expect(findNearest("bat", ["cat", "hat"])).toBe("cat");
});
