import { describe, expect, test } from "vitest";
import { CLIENT_FORMATS } from "../../src/kube/client-formats.ts";
import { findOtherFormat } from "../../src/sources/find-other-format.ts";
import { OTHER_FORMATS } from "../../src/sources/other-formats.ts";
import { FORMAT_CASES, POD } from "./format-cases.ts";

function formatOf(filename: string, bytes: string): string | null {
  const content = Buffer.from(bytes, "latin1");
  const text = /[\0\x80-\xff]/.test(bytes) ? null : bytes;
  return findOtherFormat({ filename, content, text })?.format ?? null;
}

describe.each(FORMAT_CASES)("$format", ({ format, files, others }) => {
  test.each(Object.entries(files))("is %s", (name, content) => expect(formatOf(name, content)).toBe(format));

  test.each(Object.entries(others))("is not the other %s", (name, content) =>
    expect(formatOf(name, content)).not.toBe(format),
  );
});

test("each format has cases here or in test/kube/client-formats.test.ts", () => {
  const own = OTHER_FORMATS.map(({ format }) => format).filter(
    (format) => !CLIENT_FORMATS.some((client) => client.format === format),
  );
  expect(new Set(FORMAT_CASES.map(({ format }) => format))).toEqual(
    new Set([...own, "a kustomization", "a kubeconfig"]),
  );
});

test("all advice is in the imperative", () => {
  for (const { advice } of OTHER_FORMATS)
    expect(advice).toMatch(/^(?:bundle|keep|leave|list|pass|translate|unpack|write) /);
});

test("a format that shows in a document is found there, and other formats have no place", () => {
  expect(positionIn(`${POD}---\n# the cluster\nkind: Simple\napiVersion: k3d.io/v1alpha5\n`)).toEqual({
    line: 6,
    column: 1,
  });
  expect(positionIn("[Unit]\nDescription=x\n")).toBeNull();
});

test("no document is looked for in a text over 1 MiB", () => {
  const compose = "services:\n  web:\n    image: a\n";
  expect(positionIn(compose)).toEqual({ line: 1, column: 1 });
  expect(positionIn(compose + "# x\n".repeat(2 ** 18))).toBeUndefined();
});

function positionIn(text: string) {
  return findOtherFormat({ filename: "x.yaml", content: Buffer.from(text), text })?.position;
}
