import { createCipheriv } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { gzip } from "pako";
import { expect, test } from "vitest";
import { compress, isIncompressible, measureCompressed } from "../../src/layers/compress-bytes.ts";

const SIZE = 3_000_000;
const random = createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(SIZE));
const text = Buffer.alloc(SIZE, "one line of a text that goes on for long\n");
const base64 = Buffer.from(random.toString("base64").replace(/.{76}/g, "$&\n"));

test.each<[string, Buffer, boolean]>([
  ["nothing", Buffer.alloc(0), false],
  ["a few random bytes", random.subarray(0, 1000), false],
  ["random bytes", random, true],
  ["random bytes in base64", base64, false],
  ["text", text, false],
  ["text in front of random bytes", Buffer.concat([text.subarray(0, 300_000), base64]), false],
  ["text among random bytes", Buffer.concat([base64, text.subarray(0, 300_000), base64]), false],
  ["random bytes that repeat", Buffer.alloc(SIZE, random.subarray(0, 5000)), false],
])("%s: all comes back, and is as small as it gets", (_, bytes, incompressible) => {
  const compressed = compress(bytes);
  expect(gunzipSync(compressed).equals(bytes)).toBe(true);
  expect(compressed.length).toBeLessThanOrEqual(gzip(bytes, { level: 9 }).length * 1.005);
  expect(Math.abs(measureCompressed(bytes) - compressed.length)).toBeLessThan(20 + compressed.length / 100);
  expect(isIncompressible(bytes)).toBe(incompressible);
});

test("what is not large is compressed as ever", () => {
  for (const bytes of [random, base64, text].map((each) => each.subarray(0, 2 ** 20 - 1))) {
    expect(compress(bytes)).toEqual(gzip(bytes, { level: 9 }));
  }
});
