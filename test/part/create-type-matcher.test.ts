import { expect, test } from "vitest";
import { createTypeMatcher } from "../../src/part/create-type-matcher.ts";
import { makePartHandler } from "../../src/arrange/part-handler.ts";
import { makePart } from "../support/make-part.ts";

const KUBEBOOT = makePartHandler({ mode: "watch", directory: null, timeout: 120, start: true });

function handler(types: string) {
  return makePart({ type: "text/part-handler", content: `#part-handler\ndef list_types():\n    return ${types}\n` });
}

test.each([
  ["a type", handler('["text/x-own"]'), "text/x-own", true],
  ["another type", handler('["text/x-own"]'), "text/x-other", false],
  ["a type that begins alike", handler('["text/x-own"]'), "text/x-owned", false],
  ["one of two, in single quotes", handler("('text/x-own', 'application/x-own')"), "application/x-own", true],
  ["capitals", handler('["Text/X-Own"]'), "text/x-own", true],
  ["the beginning of a type", handler('["text/x-" + name for name in NAMES]'), "text/x-own", true],
  ["a main type", handler('["image/" + name for name in NAMES]'), "text/x-own", false],
  ["nothing that can be told", handler("TYPES"), "text/x-own", true],
  ["kubeboot's own: a manifest", KUBEBOOT, "text/x-kube-manifest", true],
  ["kubeboot's own: another type", KUBEBOOT, "text/x-own", false],
])("%s", (_, part, type, expected) => {
  expect(createTypeMatcher(part)(type)).toBe(expected);
});
