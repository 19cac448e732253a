import { expect, test } from "vitest";
import { makeParts } from "../../src/arrange/make-parts.ts";

test("makeParts gives each source a part", () => {
  const content = Buffer.from("#!");
  expect(makeParts([{ path: "d/a", filename: "a", content, type: "text/x-own" }])).toEqual([
    { path: "d/a", filename: "a", content, type: "text/x-own", transferEncoding: null, headers: {}, number: null },
  ]);
});
