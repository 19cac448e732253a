import * as fc from "fast-check";
import type { MemorySource } from "../../src/index.ts";

/** Lines that have broken a composer or a reader. */
const LINES = [
  "",
  ".",
  "--",
  "--=_kubeboot_0123456789abcdef0123",
  "--=_kubeboot_0123456789abcdef0123--",
  "-----BEGIN CERTIFICATE-----",
  "Content-Type: multipart/mixed; boundary=x",
  "Content-Transfer-Encoding: base64",
  "MIME-Version: 1.0",
  "From someone Thu Jan  1 00:00:00 1970",
  "begin 644 file",
  "=",
  "=3D=\t",
  "soft break=",
  "trailing blanks \t ",
  " leading blank",
  "\t",
  "\0",
  "a\0b",
  "café → 𝄞",
  "\u{feff}#cloud-config",
  "\u2028\u2029",
  "\x0b\x0c\x1c\x1d\x1e\x85",
  "'\"\\;%",
  "x".repeat(10_000),
  "é".repeat(500),
];

const LINE_ENDS = ["\n", "\r\n", "\r", "", "\n\n", "\r\r\n", "\n\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028"];

const trickyText = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom(...LINE_ENDS)), { maxLength: 8 })
  .map((lines) => lines.flat().join(""));

const text = fc.oneof(trickyText, fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 200 }));

/** Any bytes; some are almost text. */
export const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  text.map((value) => Buffer.from(value)),
  fc
    .tuple(text, fc.uint8Array({ maxLength: 20 }), text)
    .map(([a, b, c]) => Buffer.concat([Buffer.from(a), b, Buffer.from(c)])),
);

const TOKEN = /^[!#$%&'*+\-.^_`{|}~0-9a-z]{1,20}$/;

const token = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9.+-]{0,19}$/), fc.stringMatching(TOKEN));

const textType = fc.oneof(
  fc.constantFrom(
    "text/cloud-config",
    "text/x-shellscript",
    "text/x-shellscript-per-boot",
    "text/cloud-boothook",
    "text/jinja2",
    "text/plain",
    "text/html",
    "text/calendar",
    "text/x-kube-pod",
    "text/x-kube-manifest",
    "text/part-handler",
  ),
  token.map((subtype) => `text/${subtype}`),
);

const otherType = fc.oneof(
  fc.constantFrom("application/octet-stream", "application/node.eks.aws", "application/json", "image/png"),
  fc
    .tuple(token, token)
    .filter(([main]) => !["text", "multipart", "message"].includes(main))
    .map((names) => names.join("/")),
);

/** File names that need care in a header, in a shell or on the instance. */
const NAMES = [
  "setup.sh",
  "my script.sh",
  'quote".sh',
  '"quoted"',
  "<angle>",
  "semi;colon.sh",
  "back\\slash",
  "two\\\\slashes",
  'slash\\"quote',
  "apo'strophe''s",
  "per%20cent",
  "%",
  "=?utf-8?q?encoded?=",
  "utf-8''name",
  "line\nbreak",
  "cr\r\nlf: x",
  "nul\0",
  " blanks ",
  "\ttab\t",
  "café.sh",
  "日本語",
  "𝄞",
  "e\u0301",
  "\u202egnp.exe",
  "\u2028",
  "\x85",
  "-",
  "--",
  "..",
  "...",
  "runcmd",
  "a,b",
  "(comment)",
  "*",
  "name*=x",
  "x".repeat(255),
  "é".repeat(127),
];

/** Names as the kernel allows them: anything but a slash. */
export const filename = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).map((name) => name.replaceAll("/", "_")),
  fc.string({ minLength: 1, maxLength: 40 }).map((name) => name.replaceAll("/", "_")),
);

/** A source with any declared type, any name and any bytes that the type allows. */
const source: fc.Arbitrary<MemorySource> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ name: filename, type: textType, content: text }) },
  { weight: 1, arbitrary: fc.record({ name: filename, type: otherType, content: bytes }) },
);

/** The sources of one bundle. */
export const sources = fc.array(source, { minLength: 1, maxLength: 8 });
