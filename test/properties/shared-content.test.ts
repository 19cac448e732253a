/** Bundles that share the bytes of their sources are checked as if each had its own. */
import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createBundle, lintSources, type MemorySource } from "../../src/index.ts";
import { assertProperty, SEEDED } from "../support/seed.ts";

/** Sources of the checks' own cases, each as one object. */
const CONTENTS = readdirSync("test/checks/cases", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:cfg|ya?ml|sh)$/.test(entry.name))
  .map((entry) => Uint8Array.from(readFileSync(`${entry.parentPath}/${entry.name}`)));

const TYPES = ["text/cloud-config", "text/x-shellscript", "text/x-kube-manifest", "text/jinja2", "text/plain"];

const source = fc.record({
  name: fc.constantFrom("a.cfg", "b.sh", "c.yaml", "d"),
  content: fc.constantFrom(...CONTENTS),
  type: fc.option(fc.constantFrom(...TYPES), { nil: undefined, freq: 2 }),
});

const options = fc.record({ release: fc.constantFrom(undefined, "18.5", "debian-12"), strict: fc.boolean() });

const withCopies = (sources: readonly MemorySource[]): MemorySource[] =>
  sources.map(({ name, content, type }) => ({ name, content: Uint8Array.from(content as Uint8Array), type }));

test(`the same findings and the same bytes ${SEEDED}`, async () => {
  await assertProperty(
    fc.asyncProperty(fc.array(source, { minLength: 1, maxLength: 4 }), options, async (sources, given) => {
      expect((await lintSources(sources, given)).findings).toEqual(
        (await lintSources(withCopies(sources), given)).findings,
      );
      const making = { check: false, defaultType: "text/plain" };
      const [shared, copied] = await Promise.all(
        [sources, withCopies(sources)].map((each) => createBundle(each, making).catch(String)),
      );
      expect(shared).toEqual(copied);
    }),
    150,
  );
});
