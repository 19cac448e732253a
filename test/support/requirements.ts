import { describe, test } from "vitest";
import { findOnPath } from "./find-on-path.ts";

/** Something outside of Node that a suite needs. */
export interface Requirement {
  present: boolean;
  /** How to get it, as the end of a sentence: "install Debian's cloud-init". */
  remedy: string;
}

/** A command on PATH, by default from the Debian package with the same name. */
export function command(name: string, debianPackage = name): Requirement {
  return { present: findOnPath(name) !== null, remedy: `apt-get install ${debianPackage}` };
}

/** The rights to create mounts and namespaces. */
export const root: Requirement = { present: process.getuid?.() === 0, remedy: "run the tests as root" };

/**
 * A suite that needs more than Node. Skips it with a message if something is missing; with CI=true that is a failure.
 */
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
