/** The instance gets exactly what was bundled, byte for byte and in the listed order. */
import { gunzipSync } from "node:zlib";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  createBundle,
  KubebootError,
  type Bundle,
  type BundleOptions,
  type Finding,
  type MemorySource,
} from "../../src/index.ts";
import { sources } from "../support/arbitrary-sources.ts";
import { readWithMailparser, readWithPython, type PythonPart, type ReadPart } from "../support/read-blob.ts";
import { describeWith } from "../support/requirements.ts";
import { python } from "../support/run-python.ts";
import { assertProperty, sample, SEEDED } from "../support/seed.ts";

/** The content need not make sense, only arrive, and the order must not change. */
const AS_LISTED: BundleOptions = { check: false, keepOrder: true, handler: "none" };

describe(`any sources ${SEEDED}`, () => {
  let listed: MemorySource[][];
  let bundles: Bundle[];

  beforeAll(async () => {
    listed = sample(sources, 400).map(handlersFirst);
    bundles = await Promise.all(listed.map((inputs) => createBundle(inputs, AS_LISTED)));
  });

  test("are more than a thousand parts", () => {
    expect(bundles.flatMap(({ parts }) => parts).length).toBeGreaterThan(1000);
  });

  test("become the parts of the bundle, in the listed order", () => {
    for (const [index, { parts }] of bundles.entries()) {
      const expected = listed[index]!.map(({ type, content }) => ({ type, content: toBase64(content) }));
      expect(parts.map(({ type, content }) => ({ type, content: toBase64(content) }))).toEqual(expected);
    }
  });

  test("keep their names, except numbered scripts, which are reported", () => {
    for (const [index, { parts, findings }] of bundles.entries()) {
      const renamed = listed[index]!.filter(({ name }, at) => parts[at]!.filename !== name);
      const told = findings.filter(({ code }) => code === "scripts-numbered");
      expect(told.map(({ path }) => path).toSorted()).toEqual(renamed.map(({ name }) => name).toSorted());
    }
  });

  test("come back from mailparser", async () => {
    for (const { bytes, parts } of bundles) {
      const read = await readWithMailparser(bytes);
      const names = parts.map(({ filename }, index) => withEncodedWords(filename, read[index]?.filename));
      expect(read).toEqual(parts.map((part, index) => describePart(part, names[index]!)));
    }
  });

  test("make a blob of ASCII with LF line ends that begins with its headers", () => {
    for (const { bytes } of bundles) {
      const blob = Buffer.from(bytes);
      expect(blob.every((byte) => byte < 0x7f && (byte >= 0x20 || byte === 0x0a || byte === 0x09))).toBe(true);
      expect(blob.toString()).toMatch(/^Content-Type: multipart\/mixed; boundary="[^"]+"\nMIME-Version: 1\.0\n\n--/);
    }
  });

  describeWith([python], "read by Python's email package", () => {
    let read: PythonPart[][];

    beforeAll(() => {
      read = readWithPython(bundles.map(({ bytes }) => bytes));
    });

    test("come back", () => {
      for (const [index, { parts }] of bundles.entries()) {
        const expected = parts.map((part) => describePart(part, stripLikePython(part.filename)));
        expect(read[index]!.map(({ type, filename, content }) => ({ type, filename, content }))).toEqual(expected);
      }
    });
  });
});

describe("a custom boundary", () => {
  const character = fc.constantFrom(..."09AZaz'()+_,-./:=?");
  const boundary = fc
    .tuple(fc.array(fc.oneof({ weight: 9, arbitrary: character }, fc.constant(" ")), { maxLength: 69 }), character)
    .map(([start, end]) => [...start, end].join(""));

  describeWith([python], `that RFC 2046 allows ${SEEDED}`, () => {
    test("is used, or rejected because a part contains it", async () => {
      const used: { bytes: Uint8Array; count: number }[] = [];
      for (const [inputs, text] of sample(fc.tuple(sources, boundary), 200)) {
        const result = await createBundle(inputs, { ...AS_LISTED, boundary: text }).catch((error: unknown) => error);
        if (result instanceof KubebootError) {
          const codes = (result.findings as Finding[]).map(({ code }) => code);
          expect(new Set(codes)).toEqual(new Set(["boundary-in-part"]));
        } else {
          const { bytes } = result as Bundle;
          expect(Buffer.from(bytes).toString()).toContain(`boundary="${text}"\n`);
          used.push({ bytes, count: inputs.length });
        }
      }
      expect(used.length).toBeGreaterThan(100);
      const read = readWithPython(used.map(({ bytes }) => bytes));
      expect(read.map((parts) => parts.length)).toEqual(used.map(({ count }) => count));
    });
  });
});

describeWith([python], "a merge type", () => {
  test("reaches cloud-init in one piece, however long", async () => {
    const mergeType = Array<string>(40).fill("dict(no_replace, recurse_list)").join(" + ");
    const configs = ["a", "b"].map((name) => ({ name, content: "#cloud-config\n" }));
    const { bytes } = await createBundle(configs, { mergeType });
    expect(readWithPython([bytes])[0]?.map((part) => part.mergeType)).toEqual([null, mergeType]);
  });
});

describe("the blob", () => {
  test("is the same for the same sources", async () => {
    const options = fc.record({ gzip: fc.boolean(), base64: fc.boolean() });
    await assertProperty(
      fc.asyncProperty(sources, options, async (inputs, encoding) => {
        const [first, second] = await Promise.all(
          [inputs, structuredClone(inputs)].map((each) => createBundle(each, { ...AS_LISTED, ...encoding })),
        );
        expect(Buffer.from(second!.bytes)).toEqual(Buffer.from(first!.bytes));
      }),
    );
  });

  test("is the message in gzip, in base64, or both", async () => {
    await assertProperty(
      fc.asyncProperty(sources, async (inputs) => {
        // gzip affects the transfer encodings, so the wrapped message may differ from the plain one.
        const [plain, base64, gzip, both] = await Promise.all(
          [{}, { base64: true }, { gzip: true }, { gzip: true, base64: true }].map(async (encoding) =>
            Buffer.from((await createBundle(inputs, { ...AS_LISTED, ...encoding })).bytes),
          ),
        );
        expect(base64!.toString("latin1")).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
        expect(Buffer.from(base64!.toString(), "base64")).toEqual(plain);
        expect(Buffer.from(both!.toString(), "base64")).toEqual(gzip);
        const message = gunzipSync(gzip!);
        const found = (await readWithMailparser(message)).map(({ type, content }) => ({ type, content }));
        const expected = (await readWithMailparser(plain!)).map(({ type, content }) => ({ type, content }));
        expect(found).toEqual(expected);
      }),
      60,
    );
  });

  test("has no time or machine in its gzip header", async () => {
    const { bytes } = await createBundle([{ name: "a.sh", content: "#!/bin/sh\n" }], { gzip: true });
    // RFC 1952 section 2.3: magic, deflate, no flags, no time, best compression, Unix.
    expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3]);
  });
});

/** Part handlers are moved to the front. */
function handlersFirst(inputs: readonly MemorySource[]): MemorySource[] {
  return [...inputs.filter(isHandler), ...inputs.filter((input) => !isHandler(input))];
}

function isHandler({ type }: MemorySource): boolean {
  return type === "text/part-handler";
}

function describePart({ type, content }: Bundle["parts"][number], filename: string): ReadPart {
  return { type, filename, content: toBase64(content) };
}

function toBase64(content: string | Uint8Array): string {
  return Buffer.from(content as Uint8Array).toString("base64");
}

/** mailparser decodes encoded words of RFC 2047 even in an extended parameter. */
function withEncodedWords(filename: string, read: string | undefined): string {
  return filename.includes("=?utf-8?q?encoded?=") ? (read ?? "") : filename;
}

/** get_filename() ends with strip(), so blanks around a name never reach the instance. */
function stripLikePython(name: string): string {
  const characters = [...name];
  const first = characters.findIndex((character) => !isBlank(character));
  const last = characters.findLastIndex((character) => !isBlank(character));
  return characters.slice(Math.max(first, 0), last + 1).join("");
}

function isBlank(character: string): boolean {
  return /^[\s\x1c-\x1f\x85]$/.test(character) && character !== "\ufeff";
}
