import { describe, expect, test } from "vitest";
import { findKubernetesHandler, makeParts, putHandlersFirst } from "../../src/arrange/make-parts.ts";
import { makePart } from "../support/make-part.ts";

const handler = (path: string, content = "#part-handler\n") => makePart({ type: "text/part-handler", path, content });
const script = (path: string) => makePart({ path });

test("makeParts gives each source a part", () => {
  const content = Buffer.from("#!");
  expect(makeParts([{ path: "d/a", filename: "a", content, type: "text/x-own" }])).toEqual([
    { path: "d/a", filename: "a", content, type: "text/x-own", transferEncoding: null, headers: {}, number: null },
  ]);
});

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

describe("findKubernetesHandler", () => {
  test.each([
    ["one that names the types", [handler("h", '#part-handler\nTYPES = ["text/x-kube-pod"]\n')], "h"],
    ["not one of other types", [handler("h", "#part-handler\ntext/x-own\n")], undefined],
    ["not what only names them", [makePart({ content: "#!/bin/sh\n# text/x-kube-pod\n" })], undefined],
  ])("%s", (_, parts, path) => {
    expect(findKubernetesHandler(parts)?.path).toBe(path);
  });
});
