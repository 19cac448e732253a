/** Reading: any bytes give parts or a KubebootError, and a bundle is read as it was bundled. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBundle, KubebootError, readBundle, type Part, type ReadBundle } from "../../src/index.ts";
import { trimBlanks } from "../../src/mime/trim-blanks.ts";
import { bytes, sources } from "../support/arbitrary-sources.ts";
import { readWithCloudInit } from "../support/read-with-cloud-init.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage } from "../support/run-python.ts";
import { assertProperty, sample, SEEDED } from "../support/seed.ts";

const BLOBS = join(import.meta.dirname, "..", "fixtures", "blobs");
const FOUND = readdirSync(BLOBS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "sources")
  .map(({ name }) => readFileSync(join(BLOBS, name, "blob")));

/** Strings that have a meaning in a blob. */
const TOKENS = [
  "\n",
  "\r\n",
  "\r",
  "--",
  "--//\n",
  "\n--MIMEBOUNDARY\n",
  "\n--MIMEBOUNDARY--\n",
  ";",
  ":",
  '"',
  "=",
  " ",
  "\t",
  "\0",
  "é",
  "Content-Type: multipart/mixed; boundary=//\n",
  "Content-Type: message/rfc822\n",
  "Content-Type: application/gzip\n",
  "Content-Transfer-Encoding: base64\n",
  "Content-Transfer-Encoding: uue\n",
  "MIME-Version: 1.0\n",
  "#cloud-config-archive\n",
  "#!/bin/sh\n",
  "- !!binary x\n",
];

/** A blob in which a few ranges are replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...FOUND),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        gone: fc.nat(20),
        put: fc.oneof(
          fc.constantFrom(...TOKENS).map((token) => Buffer.from(token)),
          fc.uint8Array({ maxLength: 4 }),
        ),
      }),
      { maxLength: 5 },
    ),
  )
  .map(([blob, changes]) =>
    changes.reduce<Buffer>((changed, { at, gone, put }) => {
      const start = Math.floor(at * changed.length);
      return Buffer.concat([changed.subarray(0, start), put, changed.subarray(start + gone)]);
    }, blob),
  );

/** The result of reading, or the error's code; any other error is a bug. */
async function attempt(blob: Uint8Array): Promise<ReadBundle | string> {
  try {
    return await readBundle(blob);
  } catch (error) {
    if (!(error instanceof KubebootError)) throw error;
    return error.code;
  }
}

describe(`any bytes ${SEEDED}`, () => {
  const blobs = fc.oneof(
    { weight: 4, arbitrary: mutated },
    bytes,
    bytes.map((content) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), content])),
    bytes.map((content) => Buffer.from(Buffer.from(content).toString("base64"))),
    bytes.map((content) => Buffer.concat([Buffer.from("MIME-Version: 1.0\n"), content])),
    bytes.map((content) => Buffer.concat([Buffer.from("#cloud-config-archive\n- "), content])),
  );

  test("are parts with their offsets, or invalid", async () => {
    await assertProperty(
      fc.asyncProperty(blobs, async (blob) => {
        const read = await attempt(blob);
        if (typeof read === "string") {
          expect(read).toBe("invalid");
          return;
        }
        expect(read.bytes).toEqual(blob);
        expect(read.parts.map(({ number }) => number)).toEqual(read.parts.map((_, index) => index + 1));
        expect(read.parts.filter(({ filename }) => filename === "")).toEqual([]);
      }),
      1000,
    );
  });
});

describe(`what was bundled ${SEEDED}`, () => {
  test("is read back from any layers", async () => {
    await assertProperty(
      fc.asyncProperty(sources, fc.boolean(), fc.boolean(), async (inputs, gzip, base64) => {
        const bundle = await createBundle(inputs, { check: false, keepOrder: true, handler: "none", gzip, base64 });
        const read = await readBundle(bundle.bytes);
        expect(read.layers).toEqual([...(base64 ? ["base64"] : []), ...(gzip ? ["gzip"] : [])]);
        expect(read.findings).toEqual([]);
        expect(read.parts.map(describePart)).toEqual(bundle.parts.map(describeDelivered));
      }),
      400,
    );
  });
});

/** cloud-init trims a filename, and uses a number if nothing is left of it. */
function describeDelivered(part: Part, index: number): object {
  const filename = trimBlanks(part.filename) || `part-00${index + 1}`;
  return describePart({ ...part, filename });
}

function describePart({ type, filename, transferEncoding, headers, content }: Part): object {
  return { type, filename, transferEncoding, headers, content: Buffer.from(content).toString("base64") };
}

describeWith([cloudInitPackage], `cloud-init itself ${SEEDED}`, () => {
  test("reads the same from multipart messages with defects", async () => {
    // cloud-init reads the content of a message/* part twice.
    const blobs = sample(mutated, 2000).filter((blob) => !blob.includes("message/"));
    const taken = readWithCloudInit(blobs);
    let compared = 0;
    for (const [index, blob] of blobs.entries()) {
      const read = await attempt(blob);
      if (typeof read === "string" || taken[index] === null) continue;
      if (read.layers.length > 0 || read.findings.length > 0) continue;
      compared += 1;
      const parts = read.parts.map(({ type, filename, content }) => ({
        type,
        filename,
        content: Buffer.from(content).toString("base64"),
      }));
      expect(taken[index]).toEqual(parts);
    }
    expect(compared).toBeGreaterThan(500);
  });
});
