import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, test } from "vitest";

/** Something outside of Node that a suite runs. */
export interface Requirement {
  present: boolean;
  /** What to do to have it, as a sentence's end: "install Debian's cloud-init". */
  remedy: string;
}

/** The first executable of this name on PATH, or null. */
export function findOnPath(name: string): string | null {
  const candidates = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name));
  return candidates.find(isExecutable) ?? null;
}

/** Whether there is a file that can be run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A command on PATH, from the Debian package of that name unless told otherwise. */
export function command(name: string, debianPackage = name): Requirement {
  return { present: findOnPath(name) !== null, remedy: `apt-get install ${debianPackage}` };
}

/** The rights to make mounts and namespaces. */
export const root: Requirement = { present: process.getuid?.() === 0, remedy: "run the tests as root" };

/** A suite that needs more than Node. What is missing skips it and says so; with CI=true that is a failure. */
export function describeWith(requirements: readonly Requirement[], name: string, suite: () => void): void {
  const missing = requirements.filter(({ present }) => !present).map(({ remedy }) => remedy);
  if (missing.length === 0) {
    describe(name, suite);
  } else if (process.env["CI"] === "true") {
    test(`${name} (not run)`, () => {
      throw new Error(`can't run here: ${missing.join("; ")}`);
    });
  } else {
    describe(name, () => {
      test.skip(`to run these: ${missing.join("; ")}`, () => {});
    });
  }
}
