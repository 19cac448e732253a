/** Unchanged blobs of other tools: test/fixtures/blobs/README.md says how each was made. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { decodeBlob } from "../../src/read/decode-blob.ts";
import { readBundle, type ReadPart } from "../../src/index.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage } from "../support/run-python.ts";
import { readWithCloudInit, type TakenPart } from "../support/read-with-cloud-init.ts";

const BLOBS = join("test", "fixtures", "blobs");
const NAMES = readdirSync(BLOBS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "sources")
  .map(({ name }) => name);

const pathOf = (name: string): string => join(BLOBS, name, "blob");

test.each(NAMES)("%s is read as expected", async (name) => {
  const { layers, findings, parts } = await readBundle(pathOf(name));
  const read = { layers, findings: findings.map(({ code }) => code), parts: parts.map(describePart) };
  expect(read).toEqual(JSON.parse(readFileSync(join(BLOBS, name, "expected.json"), "utf8")));
});

function describePart({ type, filename, declared, transferEncoding, offset, content }: ReadPart): object {
  const bytes = Buffer.from(content);
  const text = bytes.toString();
  const isTextType = Buffer.from(text).equals(bytes) && !text.includes("\0");
  const exact = isTextType ? { text } : { base64: bytes.toString("base64") };
  return { type, filename, declared, transferEncoding, offset, ...exact };
}

describeWith([cloudInitPackage], "cloud-init itself", () => {
  let taken: Map<string, TakenPart[] | null>;

  beforeAll(async () => {
    const decoded = await Promise.all(
      NAMES.map((name) => decodeBlob(readFileSync(pathOf(name)), { path: name, maxBytes: 100_000 })),
    );
    const answers = readWithCloudInit(decoded.map(({ bytes }) => bytes));
    taken = new Map(NAMES.map((name, index) => [name, answers[index]!]));
  });

  test.each(NAMES.filter((name) => !["indented", "unversioned"].includes(name)))(
    "reads the same from %s",
    async (name) => {
      const { parts } = await readBundle(pathOf(name));
      const read = parts.map(({ type, filename, content }) => ({
        type,
        filename,
        content: Buffer.from(content).toString("base64"),
      }));
      expect(taken.get(name)).toEqual(read);
    },
  );

  test.each([
    ["indented", "text/plain"],
    ["unversioned", "text/x-not-multipart"],
  ])("treats %s as one %s, which does nothing", (name, type) => {
    expect(taken.get(name)).toMatchObject([{ type }]);
  });
});
