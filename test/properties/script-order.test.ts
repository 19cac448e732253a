/** Scripts run in the listed order, checked with cloud-init's own code. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createBundle, type Bundle, type MemorySource } from "../../src/index.ts";
import { cleanFilename } from "../../src/part/script-folders.ts";
import { filename } from "../support/arbitrary-sources.ts";
import { readWithPython } from "../support/read-blob.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { sample, SEEDED } from "../support/seed.ts";

interface CleanNames {
  cleaned: string[];
  sorted: string[];
}

const SCRIPT_TYPES = [
  "text/x-shellscript",
  "text/x-shellscript-per-boot",
  "text/x-shellscript-per-instance",
  "text/x-shellscript-per-once",
];

const script = fc.record({
  name: filename,
  type: fc.constantFrom(...SCRIPT_TYPES),
  content: fc.nat().map((number) => `#!/bin/sh\necho ${number}\n`),
});

const scripts = fc.oneof(fc.array(script, { minLength: 1, maxLength: 12 }), manyScripts());

/** Enough scripts for more than two digits. */
function manyScripts(): fc.Arbitrary<MemorySource[]> {
  return fc.array(script, { minLength: 100, maxLength: 120 });
}

describeWith([cloudInitPackage], `any scripts ${SEEDED}`, () => {
  test("run in the listed order, and none is lost", async () => {
    const bundles: Bundle[] = [];
    for (const listed of sample(scripts, 150)) bundles.push(await createBundle(listed));
    const read = readWithPython(bundles.map(({ bytes }) => bytes));
    const folders = read.flatMap((parts) =>
      SCRIPT_TYPES.map((type) => parts.filter((part) => part.type === type).map((part) => part.filename)),
    );
    for (const { cleaned, sorted } of runPython<CleanNames>("clean_filenames.py", folders, SYSTEM_PYTHON)) {
      expect(sorted).toEqual(cleaned);
      expect(new Set(cleaned).size).toBe(cleaned.length);
      for (const name of cleaned) {
        expect(["", ".", "..", "runcmd"]).not.toContain(name);
        expect(name.length).toBeLessThanOrEqual(255);
      }
    }
  });

  test("get the names that kubeboot expects", () => {
    const names = sample(filename, 2000);
    const [answer] = runPython<CleanNames>("clean_filenames.py", [names], SYSTEM_PYTHON);
    expect(answer!.cleaned).toEqual(names.map(cleanFilename));
  });
});
