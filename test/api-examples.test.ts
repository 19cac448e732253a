/** The examples in the docstrings, as docs/api.md shows them; the documents' test runs them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as api from "../src/index.ts";

test("every function and class has one", () => {
  const [, ...sections] = readFileSync("docs/api.md", "utf8").split(/^### /m);
  const names = sections.flatMap((section) => /^(\w+)$[^]*?^```js\n/m.exec(section)?.[1] ?? []);
  expect(names.toSorted()).toEqual(Object.keys(api).toSorted());
});
