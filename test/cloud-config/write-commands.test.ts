import * as fc from "fast-check";
import { expect, test } from "vitest";
import { writeCommands } from "../../src/cloud-config/write-commands.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { sample, SEEDED } from "../support/seed.ts";

const word = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("it's", "a\nb", "", "''", "$x"), fc.integer());
const command = fc.oneof(
  word,
  fc.array(word, { maxLength: 4 }),
  fc.constant(null),
  fc.dictionary(word.map(String), word),
);

describeWith([cloudInitPackage], `the script of commands ${SEEDED}`, () => {
  test("is the one that cloud-init writes", () => {
    const values = sample(fc.oneof({ weight: 9, arbitrary: fc.array(command, { maxLength: 5 }) }, command), 500);
    const expected = runPython<string | null>("write_commands.py", values, SYSTEM_PYTHON);
    expect(expected.filter((script) => script !== null).length).toBeGreaterThan(100);
    expect(values.map(write)).toEqual(expected);
  });
});

function write(value: unknown): string | null {
  const lines = writeCommands(value);
  return lines && `#!/bin/sh\n${lines.map(({ text }) => text).join("")}`;
}
