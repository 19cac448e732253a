import { defineFinding } from "./define-finding.js";

const UNKNOWN_BLOBS = {
  empty: { message: "the blob is empty", hint: "make it again with `-o`, which leaves no empty file after an error" },
  "UTF-16": {
    message: "the blob is UTF-16, which cloud-init does not read",
    hint: "write it with `-o`: the `>` of Windows PowerShell writes UTF-16",
  },
  archive: {
    message: "the blob is a tar archive, which cloud-init does not read",
    hint: "bundle the files that are in it",
  },
  other: {
    message: "cloud-init does not recognize the blob: no MIME headers, and no marker in the first line",
    hint: "check the path, or make user-data of the file with `kubeboot bundle`",
  },
};

/** The part of THE table of findings that is about blobs which are read back. */
export const BLOB_FINDINGS = {
  "blob-too-large": defineFinding<{ maxBytes: number }>({
    severity: "error",
    message: ({ maxBytes }) => `the blob has more than ${maxBytes} bytes, as it is or decompressed`,
    hint: "raise the limit with `--max-bytes` if you trust the origin of the blob",
  }),
  "blob-too-deep": defineFinding<{ most: number }>({
    severity: "error",
    message: ({ most }) => `the blob has more than ${most} layers of gzip and base64`,
    hint: "decode it by hand if that is intended",
  }),
  "blob-gzip-broken": defineFinding<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `the blob begins like gzip, but can't be decompressed: ${reason}`,
    hint: "get a complete copy",
  }),
  "blob-base64-cut": defineFinding({
    severity: "error",
    message: () => "the base64 is truncated: it ends inside a group of four characters",
    hint: "get a complete copy",
  }),
  "blob-unknown": defineFinding<{ content: keyof typeof UNKNOWN_BLOBS }>({
    severity: "error",
    message: ({ content }) => UNKNOWN_BLOBS[content].message,
    hint: ({ content }) => UNKNOWN_BLOBS[content].hint,
  }),
  "blob-marker-unseen": defineFinding<{ marker: string }>({
    severity: "error",
    message: ({ marker }) => `cloud-init does not recognize \`${marker}\` at the start of a blob, and drops it`,
    hint: "bundle the file with `kubeboot bundle`, or delete a byte order mark before the marker",
  }),
  "blob-no-parts": defineFinding({
    severity: "error",
    message: () => "a multipart message without parts: the boundary is not declared, or no line has it",
    hint: "get a complete copy, or compare the `boundary` in the header with the lines that begin with `--`",
  }),
  "blob-nested": defineFinding<{ most: number }>({
    severity: "error",
    message: ({ most }) => `messages are nested more than ${most} deep`,
    hint: "bundle only the innermost parts",
  }),
  "blob-many-parts": defineFinding<{ most: number }>({
    severity: "error",
    message: ({ most }) => `the blob has more than ${most} parts`,
    hint: "split it by hand if that is intended",
  }),
  "blob-long-headers": defineFinding<{ most: number }>({
    severity: "error",
    message: ({ most }) => `the blob has more than ${most} bytes of headers`,
    hint: "check that it is the right file",
  }),
  "mime-version-late": defineFinding({
    severity: "error",
    message: () => "no `MIME-Version` in the first 4096 bytes: cloud-init finds no parts",
    hint: "put `MIME-Version: 1.0` above all other headers",
  }),
  "mime-indented": defineFinding({
    severity: "error",
    message: () => "a blank line or a byte order mark precedes the headers: cloud-init drops the whole blob",
    hint: "delete everything before the first header",
  }),
  "mime-unfinished": defineFinding({
    severity: "warning",
    message: () => "the closing boundary is missing: the blob may be truncated",
    hint: "get a complete copy, or add the closing boundary, `--BOUNDARY--`, as the last line",
  }),
  "mime-blank-line": defineFinding({
    severity: "warning",
    message: () => "no blank line between headers and body: cloud-init reads it, strict readers refuse the blob",
    hint: "put a blank line below the last header",
  }),
  "mime-blank-line-eks": defineFinding({
    severity: "error",
    message: () => "no blank line between headers and body: `nodeadm` refuses the blob, the node does not join",
    hint: "put a blank line below the last header",
  }),
  "part-raw": defineFinding<{ filename: string }>({
    severity: "error",
    message: ({ filename }) => `\`${filename}\` has raw bytes outside of US-ASCII, which cloud-init corrupts`,
    hint: "encode the part as base64 or quoted-printable, as `kubeboot bundle` does",
  }),
  "part-gzip-broken": defineFinding<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `the part can't be decompressed (${reason}): cloud-init drops all user-data`,
    hint: "get a complete copy, or declare the real type of the part",
  }),
  "archive-too-large": defineFinding<{ most: number }>({
    severity: "warning",
    message: ({ most }) => `the archive has more than ${most} bytes: its entries are not checked`,
    hint: "list its entries as sources of their own",
  }),
  "blob-not-utf8": defineFinding<{ offset: number }>({
    severity: "error",
    message: ({ offset }) => `the byte at offset ${offset} is not UTF-8: cloud-init drops all user-data`,
    hint: "encode the part as base64, as `kubeboot bundle` does",
  }),
};
