/** Checks every example: the commands of its README make the expected parts. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { describeLocation } from "../src/cli/render.ts";
import { createBundle } from "../src/index.ts";
import { readExamples, readExpected, readExpectedFindings, readExpectedParts } from "./support/examples.ts";

const EXAMPLES = readExamples();

test("every example has a command that bundles it", () => {
  const folders = new Set(EXAMPLES.map(({ folder }) => folder));
  expect([...folders]).toEqual(readdirSync("examples").map((name) => `examples/${name}`));
});

test.each(EXAMPLES)("$folder makes $output", async (example) => {
  const { parts, findings } = await createBundle(example.sources, { upgrade: example.upgrade });
  expect(parts.map(({ type, filename }) => `${type} ${filename}\n`).join("")).toBe(readExpectedParts(example));
  const told = findings.filter(({ severity }) => severity !== "note");
  expect(told.map((found) => `${describeLocation(found)}: ${found.code}\n`).join("")).toBe(
    readExpectedFindings(example),
  );
  for (const { content, filename, path } of parts.filter((part) => part.path !== null)) {
    const name = path!.split("/").at(-1)!;
    expect({ filename, text: Buffer.from(content).toString() }).toEqual({
      filename,
      text: readExpected(example, name).toString(),
    });
  }
});
