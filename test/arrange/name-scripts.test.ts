import { describe, expect, test } from "vitest";
import { cleanFilename } from "../../src/part/script-folders.ts";
import { nameScripts } from "../../src/arrange/name-scripts.ts";
import { makePart } from "../support/make-part.ts";

const LONG = "x".repeat(252);

function namesOf(filenames: readonly string[], type = "text/x-shellscript"): string[] {
  return nameScripts(filenames.map((filename) => makePart({ type, filename }))).parts.map(({ filename }) => filename);
}

describe("nameScripts", () => {
  test.each([
    ["one", ["setup.sh"]],
    ["in the order of their names", ["a.sh", "b.sh"]],
    ["numbered already", ["01-z.sh", "02-a.sh", "10-b.sh"]],
    ["capitals before small letters", ["B.sh", "a.sh"]],
    ["a prefix before what it begins", ["a", "a.sh"]],
    ["in order once they are cleaned", ["a é.sh", "b ü.sh"]],
    ["nearly runcmd", ["runcmd.sh"]],
    ["at the length that Linux allows", ["x".repeat(255)]],
  ])("keeps the names: %s", (_, names) => {
    expect(namesOf(names)).toEqual(names);
  });

  test.each([
    ["out of order", ["b.sh", "a.sh"], ["01-b.sh", "02-a.sh"]],
    ["numbers without zeros", ["1.sh", "2.sh", "10.sh"], ["01-1.sh", "02-2.sh", "03-10.sh"]],
    ["small letters before capitals", ["a.sh", "B.sh"], ["01-a.sh", "02-B.sh"]],
    ["the same", ["a.sh", "a.sh"], ["01-a.sh", "02-a.sh"]],
    ["the same once they are cleaned", ["a b.sh", "ab.sh"], ["01-a b.sh", "02-ab.sh"]],
    ["out of order once they are cleaned", ["é-b.sh", "ü-a.sh", "x"], ["01-é-b.sh", "02-ü-a.sh", "03-x"]],
    ["runcmd", ["runcmd"], ["01-runcmd"]],
    ["runcmd once it is cleaned", ["run cmd"], ["01-run cmd"]],
    ["nothing once it is cleaned", ["日本語"], ["01-日本語"]],
    ["the folder", ["."], ["01-."]],
    ["the folder above", [".."], ["01-.."]],
    ["too long", ["x".repeat(256)], [`01-${LONG}`]],
    ["too long once they are numbered", ["b".repeat(255), "a"], [`01-${"b".repeat(252)}`, "02-a"]],
  ])("numbers the names: %s", (_, names, expected) => {
    expect(namesOf(names)).toEqual(expected);
  });

  test("numbers a hundred scripts with three digits", () => {
    const names = namesOf(Array.from({ length: 100 }, () => "a.sh"));
    expect([names[0], names[98], names[99]]).toEqual(["001-a.sh", "099-a.sh", "100-a.sh"]);
    expect(names.toSorted()).toEqual(names);
  });

  test.each(["text/x-shellscript-per-boot", "text/x-shellscript-per-instance", "text/x-shellscript-per-once"])(
    "numbers %s",
    (type) => {
      expect(namesOf(["b", "a"], type)).toEqual(["01-b", "02-a"]);
    },
  );

  test.each(["text/cloud-config", "text/x-kube-pod", "text/x-own", "application/octet-stream"])("keeps %s", (type) => {
    expect(namesOf(["b", "a", "a", ".."], type)).toEqual(["b", "a", "a", ".."]);
  });

  test("numbers boothooks, which run at once, only if a name is unusable", () => {
    expect(namesOf(["b", "a"], "text/cloud-boothook")).toEqual(["b", "a"]);
    expect(namesOf(["b", ".."], "text/cloud-boothook")).toEqual(["01-b", "02-.."]);
  });

  test("handles each type separately, and templates as the type that they render to", () => {
    const parts = [
      makePart({ filename: "b" }),
      makePart({ filename: "a", type: "text/x-shellscript-per-boot" }),
      makePart({ filename: "z", type: "text/cloud-config" }),
      makePart({ filename: "a", type: "text/jinja2", content: "## template: jinja\n#!/bin/sh\n", path: "t" }),
    ];
    const { parts: named, findings } = nameScripts(parts);
    expect(named.map(({ filename }) => filename)).toEqual(["01-b", "a", "z", "02-a"]);
    expect(findings).toMatchObject([
      { code: "scripts-numbered", severity: "note", path: null },
      { code: "scripts-numbered", severity: "note", path: "t" },
    ]);
  });
});

test.each([
  ["setup.sh", "setup.sh"],
  ["a/b", "a_b"],
  ["a b\tc", "abc"],
  ["é→日", ""],
  ["(x)_-.", "(x)_-."],
  ["..", ".."],
])("cleanFilename(%j) is %j", (name, cleaned) => {
  expect(cleanFilename(name)).toBe(cleaned);
});
