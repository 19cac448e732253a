import { expect, test } from "vitest";
import { decodeBody, readTransferEncoding } from "../../src/mime/decode-body.ts";
import type { TransferEncoding } from "../../src/model.ts";

test.each<[string | null, TransferEncoding]>([
  [null, "7bit"],
  ["Base64", "base64"],
  ["QUOTED-PRINTABLE", "quoted-printable"],
  ["8bit", "8bit"],
  ["uue", "x-uuencode"],
  ["x-uuencode", "x-uuencode"],
  ["base64 ", "binary"],
  ["nonsense", "binary"],
])("%j is read as %s", (declared, encoding) => {
  expect(readTransferEncoding(declared)).toBe(encoding);
});

test.each<[TransferEncoding, string, string]>([
  ["7bit", "=41 \r\n", "=41 \r\n"],
  ["binary", "YQ==", "YQ=="],
  ["quoted-printable", "=41=e4=\nb \n", "A\xe4b \n"],
  ["quoted-printable", "a=\r\nb", "ab"],
  ["quoted-printable", "a=zz==3D=", "a=zz=3D"],
  ["base64", "aGVs\r\nbG8=\n", "hello"],
  ["base64", "aGVsbG8", "hello"],
  ["base64", "a!G-V*sbG8=", "hello"],
  ["base64", "YQ==YQ==", "a"],
  ["base64", "aGVsb\r\n", "aGVsb"],
  ["x-uuencode", "begin 644 x\n#86)C\n`\nend\n", "abc"],
  ["x-uuencode", "words\nbegin 644 x\r\n%:&5L;&\\\r\n \r\nend\r\nmore\n", "hello"],
  ["x-uuencode", "begin 644 x\n#86)C\n", "abc"],
  ["x-uuencode", "begin 999 x\n#86)C\nend\n", "begin 999 x\n#86)C\nend\n"],
  ["x-uuencode", "begin 644 x\n#86)C\n\nend\n", "begin 644 x\n#86)C\n\nend\n"],
  ["x-uuencode", "begin 644 x\n#8~)C\nend\n", "begin 644 x\n#8~)C\nend\n"],
])("%s of %j is %j", (encoding, body, content) => {
  expect(Buffer.from(decodeBody(Buffer.from(body, "latin1"), encoding)).toString("latin1")).toBe(content);
});
