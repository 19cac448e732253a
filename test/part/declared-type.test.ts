import { expect, test } from "vitest";
import { declaredType } from "../../src/part/declared-type.ts";
import { readBundle } from "../../src/index.ts";
import { makePart } from "../support/make-part.ts";

test("is a source's own", () => {
  expect(declaredType(makePart({ type: "text/x-own" }))).toBe("text/x-own");
});

test.each([
  ["MIME-Version: 1.0\nContent-Type: Text/Plain; charset=utf-8\n\n#!/bin/sh\n", "text/plain"],
  ["MIME-Version: 1.0\n\n#!/bin/sh\n", "text/x-shellscript"],
  ["#!/bin/sh\n", "text/x-shellscript"],
])("of %j is %s", async (blob, type) => {
  const { parts } = await readBundle(Buffer.from(blob));
  expect(declaredType(parts[0]!)).toBe(type);
});
