import { expect, test } from "vitest";
import { findConfigKeys } from "../../src/sources/find-config-keys.ts";

test.each([
  ["one of its own", "packages:\n  - git\n", ["packages"]],
  ["several", "runcmd: [ls]\nwrite_files: []\n", ["runcmd", "write_files"]],
  ["users", "users:\n  - default\n", ["users"]],
  ["JSON", '{"packages": ["git"]}', ["packages"]],
  ["below ---", "---\npackages: [git]\n", ["packages"]],
  ["one that others have too, alone", "hostname: web\n", ["hostname"]],
  ["two vague ones", "password: a\nuser: b\n", ["password", "user"]],
  ["one misspelt among them", "runcmd: [ls]\npakages: [git]\n", ["runcmd"]],
  ["YAML that breaks", "#\npackages: [git\nruncmd:\n- ls\n", ["packages", "runcmd"]],
  ["a line that lost its indentation", "runcmd:\n- a: b: c\nouch\npackages: [git]\n", ["runcmd", "packages"]],
  ["CRLF", "runcmd: [\r\npackages:\r\n", ["runcmd", "packages"]],
])("knows cloud-config: %s", (_, text, keys) => {
  expect(findConfigKeys(Buffer.from(text))).toEqual(keys);
});

test.each([
  ["nothing", ""],
  ["prose", "hello\n"],
  ["a list", "- packages\n"],
  ["other keys", "name: web\nport: 80\n"],
  ["a vague key alone", "groups:\n  - name: alerts\n    rules: []\n"],
  ["a shared key among others", "hostname: web\nport: 80\n"],
  ["one known key among many", "packages: ['a/*']\nname: x\nversion: 1\n"],
  ["a key further in", "web:\n  packages: [git]\n"],
  ["two documents", "packages: [git]\n---\nruncmd: [ls]\n"],
  ["a program with a YAML text in it", 'CONFIG = """\nruncmd:\n  - ls\n"""\npackages: [\n'],
])("takes for something else: %s", (_, text) => {
  expect(findConfigKeys(Buffer.from(text))).toEqual([]);
});
