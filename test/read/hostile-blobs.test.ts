/** Blobs that would take all memory, or be read forever: each in a separate process. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import { library } from "../../rolldown.config.ts";

const folder = mkdtempSync(join(tmpdir(), "kubeboot-hostile-"));

beforeAll(async () => {
  const { output, ...input } = library as { output: object };
  await (await rolldown(input)).write({ ...output, dir: join(folder, "dist") });
});

afterAll(() => rmSync(folder, { recursive: true }));

const MIB = 1024 * 1024;
const HEADERS = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n';

const mime = (...pieces: (string | Buffer)[]): Buffer =>
  Buffer.concat([HEADERS, ...pieces].map((piece) => Buffer.from(piece as string)));

/** Nested multiparts, each with a separate boundary. */
const nested = (depth: number): string =>
  Array.from(
    { length: depth },
    (_, level) => `--b${level || ""}\nContent-Type: multipart/mixed; boundary="b${level + 1}"\n\n`,
  ).join("");

/** Pseudo-random bytes, the same every time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

test.each<[string, () => Buffer, string]>([
  ["a gzip bomb", () => gzipSync(Buffer.alloc(200 * MIB)), "blob-too-large"],
  ["a gzip bomb under gzip", () => gzipSync(gzipSync(Buffer.alloc(200 * MIB))), "blob-too-large"],
  ["64 MiB under gzip", () => gzipSync(mime("--b\n\n#!/bin/sh\n", Buffer.alloc(63 * MIB, "x"))), "1 parts"],
  ["64 MiB of base64", () => Buffer.from(Buffer.from(`#!${"x".repeat(47 * MIB)}`).toString("base64")), "1 parts"],
  ["bombs in its parts", bombsInParts, "blob-too-large"],
  ["a million parts", () => mime("--b\n\nx\n".repeat(1_000_000)), "blob-many-parts"],
  ["a million boundaries in a row", () => mime("--b\n".repeat(1_000_000)), "1 parts"],
  ["millions of lines that are nearly boundaries", () => mime("--bx\n".repeat(10_000_000)), "blob-no-parts"],
  ["10,000 nested multiparts", () => mime(nested(10_000)), "blob-nested"],
  [
    "10,000 nested multiparts of one boundary",
    () => mime('--b\nContent-Type: multipart/mixed; boundary="b"\n\n'.repeat(10_000)),
    "blob-no-parts",
  ],
  ["10,000 nested messages", () => mime("--b\n", "Content-Type: message/rfc822\n\n".repeat(10_000)), "blob-nested"],
  [
    "a header of 10 MB",
    () => Buffer.from(`MIME-Version: 1.0\nX: ${"x".repeat(10 * MIB)}\n\n#!/bin/sh\n`),
    "blob-long-headers",
  ],
  [
    "a header folded a million times",
    () => Buffer.from(`MIME-Version: 1.0\nX: x\n${" x\n".repeat(1_000_000)}\n`),
    "blob-long-headers",
  ],
  [
    "an archive of a million entries",
    () => Buffer.from(`#cloud-config-archive\n${"- x\n".repeat(1_000_000)}`),
    "1 parts",
  ],
  ["an archive of brackets", () => Buffer.from(`#cloud-config-archive\n${"[".repeat(MIB / 2)}`), "1 parts"],
  [
    "uuencode of 60 MB",
    () => mime("--b\nContent-Transfer-Encoding: uue\n\nbegin 644 x\n", "#86)C\n".repeat(10_000_000)),
    "1 parts",
  ],
  ["truncated base64", () => Buffer.from(Buffer.alloc(MIB, "x").toString("base64").slice(0, -3)), "blob-base64-cut"],
  ["64 MiB of blanks", () => Buffer.alloc(64 * MIB, " "), "blob-unknown"],
  ["64 MiB of random bytes", () => noise(64 * MIB), "blob-unknown"],
  ["60 MiB of random bytes in a part", () => mime("--b\n\n", noise(60 * MIB)), "1 parts"],
])("%s", (_, makeBlob, expected) => {
  const blob = join(folder, "blob");
  writeFileSync(blob, makeBlob());
  const { result, mebibytes } = readInProcess(blob);
  expect(result).toBe(expected);
  expect(mebibytes).toBeLessThan(300);
});

function bombsInParts(): Buffer {
  const bomb = gzipSync(Buffer.alloc(10 * MIB)).toString("base64");
  return mime(`--b\nContent-Type: application/gzip\nContent-Transfer-Encoding: base64\n\n${bomb}\n`.repeat(20));
}

/**
 * The result of reading, and the peak memory of the process, which only Linux reports: getrusage() includes the
 * process that started this one.
 */
function readInProcess(blob: string): { result: string; mebibytes: number } {
  const program = `import { existsSync, readFileSync } from "node:fs";
    import { readBundle } from ${JSON.stringify(join(folder, "dist/index.js"))};
    const result = await readBundle(process.argv[1]).then(
      ({ parts }) => parts.length + " parts",
      ({ findings }) => findings[0].code,
    );
    const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
    const mebibytes = Number(/^VmHWM:\\s+(\\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
    console.log(JSON.stringify({ result, mebibytes }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program, blob], {
    encoding: "utf8",
    timeout: 30_000,
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as { result: string; mebibytes: number };
}
