/** A blob bundled for a platform fits there. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { measureBlob } from "../../src/platforms/fit-platform.ts";
import { createBundle, KubebootError } from "../../src/index.ts";
import { PLATFORMS } from "../../src/platforms/platforms.ts";
import { bytes } from "../support/arbitrary-sources.ts";
import { assertProperty, SEEDED } from "../support/seed.ts";

/** Platforms with an enforced limit that is small enough for a test. */
const LIMITED = PLATFORMS.flatMap((platform) => {
  const { limit, confidence } = platform;
  return typeof limit === "number" && limit < 100_000 && confidence !== "low" ? [{ platform, limit }] : [];
});

/** A platform, and content from half to four thirds of its limit, some of it hard to compress. */
const delivery = fc.constantFrom(...LIMITED).chain(({ platform, limit }) =>
  fc.record({
    platform: fc.constant(platform),
    limit: fc.constant(limit),
    size: fc.integer({ min: Math.floor(limit / 2), max: Math.floor(limit * 1.3) }),
    filling: bytes.filter(({ length }) => length > 0),
    gzip: fc.constantFrom<(boolean | "auto" | "force")[]>(false, "auto", "force"),
    base64: fc.constantFrom(true, undefined),
  }),
);

test(`a blob for a platform is within its limit, or is rejected ${SEEDED}`, async () => {
  const outcomes = new Set<string>();
  await assertProperty(
    fc.asyncProperty(delivery, async ({ platform, limit, size, filling, gzip, base64 }) => {
      const source = { name: "x", type: "application/octet-stream", content: Buffer.alloc(size, filling) };
      const options = { platform: platform.name, gzip, ...(base64 === undefined ? {} : { base64 }) };
      const bundle = await createBundle([source], options).catch((error: KubebootError) => {
        expect(error.findings.filter(({ severity }) => severity === "error")).toMatchObject([
          { code: "limit-exceeded" },
        ]);
        return null;
      });
      outcomes.add(bundle === null ? "refused" : "fits");
      if (bundle !== null) expect(measureBlob(bundle, platform)).toBeLessThanOrEqual(limit);
    }),
  );
  expect(outcomes).toEqual(new Set(["fits", "refused"]));
});
