/** Every example: its README's commands give the parts that it expects. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { createBundle } from "../src/index.ts";
import { readExamples, readExpected, readExpectedParts } from "./support/examples.ts";

const EXAMPLES = readExamples();

test("every example says how to bundle it", () => {
  const folders = new Set(EXAMPLES.map(({ folder }) => folder));
  expect([...folders]).toEqual(readdirSync("examples").map((name) => `examples/${name}`));
});

test.each(EXAMPLES)("$folder gives $output", async (example) => {
  const { parts, findings } = await createBundle(example.sources, { upgrade: example.upgrade });
  expect(parts.map(({ type, filename }) => `${type} ${filename}\n`).join("")).toBe(readExpectedParts(example));
  expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  for (const { content, filename, path } of parts.filter((part) => part.path !== null)) {
    const name = path!.split("/").at(-1)!;
    expect({ filename, text: Buffer.from(content).toString() }).toEqual({
      filename,
      text: readExpected(example, name).toString(),
    });
  }
});
