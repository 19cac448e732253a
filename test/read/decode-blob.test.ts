import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBlob, looksLikeBlob } from "../../src/read/decode-blob.ts";
import { KubebootError } from "../../src/errors.ts";
import type { Layer } from "../../src/model.ts";
import { assertProperty, SEEDED } from "../support/seed.ts";

const MESSAGE = Buffer.from("#cloud-config\nhostname: größe\n");
const LIMIT = 1_000_000;
const options = { path: "blob", maxBytes: LIMIT };

const base64 = (bytes: Uint8Array): Buffer => Buffer.from(Buffer.from(bytes).toString("base64"));
const wrap = (bytes: Uint8Array, layers: readonly Layer[]): Uint8Array =>
  layers.toReversed().reduce<Uint8Array>((inner, layer) => (layer === "gzip" ? gzipSync(inner) : base64(inner)), bytes);

async function codeOf(blob: Uint8Array, maxBytes = LIMIT): Promise<unknown> {
  try {
    await decodeBlob(blob, { path: "blob", maxBytes });
    return null;
  } catch (error) {
    if (!(error instanceof KubebootError)) throw error;
    return error.findings[0]?.code;
  }
}

describe("layers", () => {
  const layers = fc.array(fc.constantFrom<Layer>("gzip", "base64"), { maxLength: 4 });

  test(`are removed in any order up to four, and listed outermost first ${SEEDED}`, async () => {
    await assertProperty(
      fc.asyncProperty(layers, async (given) => {
        expect(await decodeBlob(wrap(MESSAGE, given), options)).toEqual({ bytes: MESSAGE, layers: given });
      }),
    );
  });

  test.each([
    ["lines with CRLF", base64(Buffer.alloc(200, "ls\n")).toString().replace(/.{76}/g, "$&\r\n")],
    ["lines with LF and a last one", base64(Buffer.alloc(200, "ls\n")).toString().replace(/.{64}/g, "$&\n") + "\n"],
  ])("of base64 may have %s", async (_, text) => {
    expect(await decodeBlob(Buffer.from(text), options)).toEqual({
      bytes: Buffer.alloc(200, "ls\n"),
      layers: ["base64"],
    });
  });

  test.each(["", "data", `A${"\n".repeat(900_000)}!`, "a word", "#!/bin/sh\n", "key: value\n"])(
    "are not detected in text, case %#",
    async (text) => {
      expect((await decodeBlob(Buffer.from(text), options)).layers).toEqual([]);
    },
  );
});

describe("a blob that can't be unpacked", () => {
  test.each([
    ["five layers", wrap(MESSAGE, ["gzip", "gzip", "base64", "gzip", "gzip"]), "blob-too-deep"],
    ["gzip cut off", gzipSync(MESSAGE).subarray(0, -9), "blob-gzip-broken"],
    ["gzip with a wrong checksum", gzipSync(MESSAGE).fill(1, gzipSync(MESSAGE).length - 8), "blob-gzip-broken"],
    ["the first bytes of gzip alone", Buffer.from([0x1f, 0x8b]), "blob-gzip-broken"],
    ["base64 cut off", base64(MESSAGE).subarray(0, -3), "blob-base64-cut"],
    ["base64 of gzip cut off", base64(gzipSync(MESSAGE)).subarray(0, -8), "blob-gzip-broken"],
    ["a gzip bomb", gzipSync(Buffer.alloc(LIMIT + 1)), "blob-too-large"],
    ["more bytes than the limit", Buffer.alloc(LIMIT + 1), "blob-too-large"],
  ])("is an error: %s", async (_, blob, code) => {
    expect(await codeOf(blob)).toBe(code);
  });

  test("because of its size is unpacked under a higher limit", async () => {
    const blob = gzipSync(Buffer.alloc(2000));
    expect([await codeOf(blob, 1999), await codeOf(blob, 2000)]).toEqual(["blob-too-large", null]);
  });

  test(`never throws anything but a KubebootError ${SEEDED}`, async () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), bytes])),
      fc.stringMatching(/^[A-Za-z0-9+/=\n]{0,200}$/).map((text) => Buffer.from(text)),
    );
    const known = [null, "blob-too-large", "blob-too-deep", "blob-gzip-broken", "blob-base64-cut"];
    await assertProperty(
      fc.asyncProperty(noise, async (blob) => {
        expect(known).toContain(await codeOf(blob));
      }),
    );
  });
});

describe("a finished blob", () => {
  const mime = Buffer.from('Content-Type: multipart/mixed; boundary="b"\nMIME-Version: 1.0\n\n--b\n\nx\n--b--\n');

  test.each([
    ["a multipart message", mime],
    [
      "with CRLF, other headers first, and the type folded",
      Buffer.from("From: me\r\nContent-Type:\r\n multipart/mixed\r\n"),
    ],
    ["with a blank line before it", Buffer.concat([Buffer.from("\n"), mime])],
    ["a cloud-config archive under base64", base64(Buffer.from("#cloud-config-archive\n- x\n"))],
    ["anything under gzip", gzipSync("x")],
    ["under base64", base64(mime)],
    ["under base64 and gzip", base64(gzipSync(mime))],
    ["under base64 twice", base64(base64(mime))],
  ])("is distinguished from a source: %s", (_, blob) => {
    expect(looksLikeBlob(blob)).toBe(true);
  });

  test.each([
    "",
    "#!/bin/sh\n",
    "#cloud-config\nx: y\n",
    "Content-Type: text/plain\n",
    "#include\nhttp://x\n",
    "YQ==",
    "#cloud-config-archive\n- x\n",
  ])("is not detected in a source, case %#", (text) => {
    expect(looksLikeBlob(Buffer.from(text))).toBe(false);
  });
});
