import { expect, test } from "vitest";
import { addPartHandler } from "../../src/arrange/add-part-handler.ts";
import { resolveOptions } from "../../src/resolve-options.ts";
import { makePart } from "../support/make-part.ts";

const handler = (content: string) => makePart({ type: "text/part-handler", path: "h", content });
const pod = makePart({ type: "text/x-kube-pod", path: "pod" });

test.each([
  ["nothing for it to handle", [makePart({ path: "a" })], {}, ["a"], []],
  ["a manifest", [pod], {}, [null, "pod"], []],
  ["a mode that is asked for", [makePart({ path: "a" })], { handler: "watch" }, [null, "a"], []],
  ["none, as asked for", [pod], { handler: "none" }, ["pod"], []],
  ["one that names the types", [handler('TYPES = ["text/x-kube-pod"]'), pod], {}, ["h", "pod"], ["handler-replaced"]],
  ["one of other types", [handler("text/x-own"), pod], {}, [null, "h", "pod"], []],
  ["what only names them", [makePart({ path: "a", content: "# text/x-kube-pod" }), pod], {}, [null, "a", "pod"], []],
] as const)("%s", (_, parts, options, paths, codes) => {
  const arranged = addPartHandler(parts, resolveOptions(options));
  expect(arranged.parts.map(({ path }) => path)).toEqual(paths);
  expect(arranged.findings.map(({ code }) => code)).toEqual(codes);
});
