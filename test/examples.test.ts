/** Checks every example: the commands of its README make the expected parts. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeLocation } from "../src/cli/render.ts";
import {
  listExamples,
  listParts,
  readExamples,
  readExpected,
  readExpectedFindings,
  readExpectedParts,
  runExample,
} from "./support/examples.ts";

const EXAMPLES = readExamples();

/** A program, which test/packed runs. */
const PROGRAM = "library";

test("every other example has a command that bundles it", () => {
  const folders = new Set(EXAMPLES.map(({ folder }) => folder));
  const others = listExamples().filter((name) => name !== PROGRAM);
  expect([...folders]).toEqual(others.map((name) => `examples/${name}`));
});

test("the list of examples has all", () => {
  const listed = [...readFileSync("examples/README.md", "utf8").matchAll(/^\| \[(.+)\]\(\1\) \|/gm)];
  expect(listed.map(([, name]) => name).toSorted()).toEqual(listExamples());
});

test.each(EXAMPLES)("$folder makes $output", async (example) => {
  const { blobs, findings } = await runExample(example);
  const told = findings.filter(({ severity }) => severity !== "note");
  expect(told.map((found) => `${describeLocation(found)}: ${found.code}\n`).join("")).toBe(
    readExpectedFindings(example),
  );
  for (const blob of blobs) {
    const parts = await listParts(blob);
    const listed = parts.map(({ type, filename }) => `${type} ${filename}\n`).join("");
    expect({ name: blob.name, listed }).toEqual({ name: blob.name, listed: readExpectedParts(example, blob) });
    for (const { filename, text } of parts.filter(({ type }) => type !== "text/part-handler")) {
      expect({ filename, text }).toEqual({ filename, text: readExpected(example, blob, filename) });
    }
  }
});
