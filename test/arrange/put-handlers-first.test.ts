import { describe, expect, test } from "vitest";
import { putHandlersFirst } from "../../src/arrange/put-handlers-first.ts";
import { makePart } from "../support/make-part.ts";

const handler = (path: string) => makePart({ type: "text/part-handler", path, content: "#part-handler\n" });
const script = (path: string) => makePart({ path });

describe("putHandlersFirst", () => {
  test.each([
    ["first already", [handler("h"), script("a")], "h a", []],
    ["behind a script", [script("a"), handler("h"), script("b")], "h a b", ["h"]],
    ["one of two", [handler("h"), script("a"), handler("i")], "h i a", ["i"]],
    ["two", [script("a"), handler("h"), handler("i")], "h i a", ["h", "i"]],
    ["none", [script("b"), script("a")], "b a", []],
    ["nothing else", [handler("h"), handler("i")], "h i", []],
  ])("%s", (_, parts, order, moved) => {
    const arranged = putHandlersFirst(parts);
    expect(arranged.parts.map(({ path }) => path).join(" ")).toBe(order);
    expect(arranged.findings.map(({ code, path }) => [code, path])).toEqual(
      moved.map((path) => ["handler-moved", path]),
    );
  });
});
