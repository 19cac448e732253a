/** Whether `lint` rejects what the real `cloud-init schema` rejects, and accepts what it accepts. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lintSources, type Severity } from "../../src/index.ts";
import { makeFolder } from "../support/make-folder.ts";
import { command, describeWith, type Requirement } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { ACCEPTED, REJECTED } from "./documents.ts";

const DOCUMENTS = [...ACCEPTED, ...REJECTED];

/** The schema of the machine's cloud-init, in the version that the table was written for. */
const schemaFile: Requirement = {
  present: existsSync("/usr/lib/python3/dist-packages/cloudinit/config/schemas/schema-cloud-config-v1.json"),
  remedy: "apt-get install cloud-init",
};

/** The codes of the errors, or of the warnings. What the modules take all the same is a warning. */
async function listCodes(text: string, wanted: Severity): Promise<string[]> {
  const { findings } = await lintSources([{ name: "config.yaml", content: text }], { schema: "auto" });
  return findings.filter(({ severity }) => severity === wanted).map(({ code }) => code);
}

test("there are many documents, all different", () => {
  expect(new Set(DOCUMENTS.map(({ text }) => text)).size).toBe(DOCUMENTS.length);
  expect(Math.min(ACCEPTED.length, REJECTED.length)).toBeGreaterThanOrEqual(30);
});

describeWith([cloudInitPackage, schemaFile], "the real validator", () => {
  test(`accepts ${ACCEPTED.length} documents and rejects ${REJECTED.length}`, () => {
    const answers = runPython<boolean>(
      "validate_configs.py",
      DOCUMENTS.map(({ text }) => text),
      SYSTEM_PYTHON,
    );
    const taken = DOCUMENTS.filter((_, index) => answers[index]).map(({ name }) => name);
    expect(taken).toEqual(ACCEPTED.map(({ name }) => name));
  });
});

describeWith([command("cloud-init"), schemaFile], "its command", () => {
  test.each([...ACCEPTED.slice(0, 3), ...REJECTED.slice(0, 3)])("has the same status: $name", ({ text }) => {
    const folder = makeFolder({ config: text });
    const { status } = spawnSync("cloud-init", ["schema", "-c", join(folder, "config")], { encoding: "utf8" });
    expect(status === 0).toBe(ACCEPTED.some((document) => document.text === text));
  });
});

describeWith([schemaFile], "lint agrees with it", () => {
  describe("accepts", () => {
    test.each(ACCEPTED)("$name", async ({ text }) => {
      expect(await listCodes(text, "error")).toEqual([]);
    });
  });

  describe("rejects", () => {
    test.each(REJECTED)("$name", async ({ text }) => {
      const codes = [...(await listCodes(text, "error")), ...(await listCodes(text, "warning"))];
      expect(codes).not.toEqual([]);
    });
  });
});
