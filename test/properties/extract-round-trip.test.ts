/** Bundling the files that a blob is extracted into makes the same parts again. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { createBundle, extractBundle, readBundle, type BundleOptions, type ReadPart } from "../../src/index.ts";
import { cleanFilename } from "../../src/part/script-folders.ts";
import { sources } from "../support/arbitrary-sources.ts";
import { makeFolder } from "../support/make-folder.ts";
import { sample, SEEDED } from "../support/seed.ts";

/** The content need not make sense, only arrive, and the order must not change. */
const AS_LISTED: BundleOptions = { check: false, keepOrder: true, handler: "none" };

function describePart({ type, content }: ReadPart) {
  return { type, content: Buffer.from(content).toString("base64") };
}

test(`files make the same parts: types, bytes and order, and names where possible ${SEEDED}`, async () => {
  const folder = makeFolder();
  let [kept, all] = [0, 0];
  for (const [index, listed] of sample(sources, 300).entries()) {
    const { bytes } = await createBundle(listed, AS_LISTED);
    const directory = join(folder, String(index));
    const { parts, files, findings } = await extractBundle(bytes, { directory });
    const again = await createBundle(
      files.map(({ source }) => source),
      AS_LISTED,
    );
    const read = (await readBundle(again.bytes)).parts;
    expect(read.map(describePart)).toEqual(parts.map(describePart));
    const renamed = new Set(findings.filter(({ code }) => code === "file-renamed").map(({ part }) => part));
    expect(files.filter(({ path, part }) => basename(path) !== part.filename).map(({ part }) => part.number)).toEqual([
      ...renamed,
    ]);
    all += parts.length;
    if (again.findings.some(({ code }) => code === "scripts-numbered")) continue;
    for (const [at, { path, part }] of files.entries()) {
      const isSame = cleanFilename(basename(path)) === cleanFilename(part.filename);
      if (isSame) expect(cleanFilename(read[at]!.filename)).toBe(cleanFilename(part.filename));
      if (!renamed.has(part.number)) expect(read[at]!.filename).toBe(part.filename);
      kept += isSame ? 1 : 0;
    }
  }
  expect(all).toBeGreaterThan(1000);
  expect(kept / all).toBeGreaterThan(0.8);
});

const BLOBS = join(import.meta.dirname, "../fixtures/blobs");
const FOREIGN = readdirSync(BLOBS, { recursive: true, encoding: "utf8" }).filter((path) => basename(path) === "blob");

test.each(FOREIGN)("so do those of %s, which another tool may have made", async (path) => {
  const { parts, files } = await extractBundle(join(BLOBS, path), {
    directory: join(makeFolder(), "parts"),
    handler: true,
  });
  const again = await createBundle(
    files.map(({ source }) => source),
    AS_LISTED,
  );
  expect((await readBundle(again.bytes)).parts.map(describePart)).toEqual(parts.map(describePart));
});
