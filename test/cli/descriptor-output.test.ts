/** Real descriptors: what they take at once, what they leave to the stream, and what goes wrong. */
import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DescriptorOutput } from "../../src/cli/descriptor-output.ts";
import { write } from "../../src/cli/io.ts";
import type { Output } from "../../src/cli/output.ts";

let folder: string;
let descriptors: number[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kubeboot-descriptor-"));
  descriptors = [];
});

afterEach(() => {
  for (const each of descriptors) closeSync(each);
  rmSync(folder, { recursive: true });
});

function open(name: string, flags: string | number): number {
  const descriptor = openSync(join(folder, name), flags);
  descriptors.push(descriptor);
  return descriptor;
}

/** No stream is needed. */
function fail(): never {
  throw new Error("the stream was opened");
}

test("a file gets the bytes, and no stream is opened", async () => {
  const output = new DescriptorOutput(open("file", "w"), fail);
  await write(output, "é\n");
  await write(output, Buffer.alloc(1_000_000, "x"));
  await write(output, "");
  expect(readFileSync(join(folder, "file"), "utf8")).toBe(`é\n${"x".repeat(1_000_000)}`);
  expect(output.isTTY).toBe(false);
});

test.skipIf(process.platform === "win32")("/dev/null is no terminal, for which a stream would be opened", async () => {
  const descriptor = openSync("/dev/null", "w");
  descriptors.push(descriptor);
  const output = new DescriptorOutput(descriptor, fail);
  await write(output, "x");
  expect([output.isTTY, output.columns]).toEqual([false, undefined]);
});

test("a closed descriptor is an error", async () => {
  const output = new DescriptorOutput(999_999, fail);
  expect(output.isTTY).toBe(false);
  await expect(write(output, "x")).rejects.toThrow("output can't be written: bad file descriptor");
});

describe.skipIf(process.platform === "win32")("a pipe", () => {
  beforeEach(() => execFileSync("mkfifo", [join(folder, "pipe")]));

  test("that is full and does not block leaves the rest to the stream, and all that follows", async () => {
    const descriptor = open("pipe", constants.O_RDWR | constants.O_NONBLOCK);
    const rest: Buffer[] = [];
    const stream: Output = { write: (data, done) => done?.(void rest.push(Buffer.from(data as Uint8Array))) };
    const output = new DescriptorOutput(descriptor, () => stream);
    const data = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
    await write(output, data);
    const taken = Buffer.alloc(data.length);
    const size = readSync(descriptor, taken);
    expect(size).toBeGreaterThan(0);
    await write(output, "more");
    expect(Buffer.concat([taken.subarray(0, size), ...rest])).toEqual(Buffer.concat([data, Buffer.from("more")]));
  });

  test("without a reader is not an error", async () => {
    const reader = openSync(join(folder, "pipe"), constants.O_RDONLY | constants.O_NONBLOCK);
    const output = new DescriptorOutput(open("pipe", "w"), fail);
    closeSync(reader);
    await write(output, "x");
  });
});

test.skipIf(process.platform !== "linux")("a full disk is an error", async () => {
  const full = openSync("/dev/full", "w");
  descriptors.push(full);
  const output = new DescriptorOutput(full, fail);
  await expect(write(output, "x")).rejects.toThrow("output can't be written: no space left on device");
});
