import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that is about blobs which are read back. */
export const BLOB_FINDINGS = {
  "blob-too-large": defineFinding<{ maxBytes: number }>({
    severity: "error",
    message: ({ maxBytes }) => `has more than ${maxBytes} bytes, as it is or unpacked`,
    hint: "raise the limit (--max-bytes) if you trust where it comes from",
  }),
  "blob-too-deep": defineFinding<{ most: number }>({
    severity: "error",
    message: ({ most }) => `has more than ${most} layers of gzip and base64`,
    hint: "unpack it by hand if that is meant",
  }),
  "blob-gzip-broken": defineFinding<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `begins like gzip, but can't be unpacked: ${reason}`,
    hint: "get a whole copy",
  }),
  "blob-base64-cut": defineFinding({
    severity: "error",
    message: () => "is base64 that ends in the middle of a group of four characters",
    hint: "get a whole copy",
  }),
  "blob-unknown": defineFinding({
    severity: "error",
    message: () => "is no user-data that cloud-init knows: it has neither MIME headers nor a marker in its first line",
    hint: "bundle it, or check that it is the file you meant",
  }),
  "blob-marker-unseen": defineFinding<{ marker: string }>({
    severity: "error",
    message: ({ marker }) => `begins with ${marker}, which cloud-init does not see or know here: it drops the blob`,
    hint: "bundle it, or delete the byte order mark that it begins with",
  }),
  "blob-no-parts": defineFinding({
    severity: "error",
    message: () =>
      "is a multipart message in which cloud-init finds no part: its boundary is missing, or stands nowhere",
    hint: "get a whole copy, or compare the boundary in the header with the lines that begin with --",
  }),
  "blob-nested": defineFinding<{ most: number }>({
    severity: "error",
    message: ({ most }) => `has messages inside messages, more than ${most} deep`,
    hint: "bundle the innermost parts alone",
  }),
  "blob-many-parts": defineFinding<{ most: number }>({
    severity: "error",
    message: ({ most }) => `has more than ${most} parts`,
    hint: "split it by hand if that is meant",
  }),
  "blob-long-headers": defineFinding<{ most: number }>({
    severity: "error",
    message: ({ most }) => `has more than ${most} bytes of headers`,
    hint: "check that it is the file you meant",
  }),
  "mime-version-late": defineFinding({
    severity: "error",
    message: () => "has no MIME-Version in its first 4096 bytes: cloud-init takes none of it for parts",
    hint: 'put "MIME-Version: 1.0" above all other headers',
  }),
  "mime-indented": defineFinding({
    severity: "error",
    message: () =>
      "has something before its first header, a blank line or a byte order mark: cloud-init takes all of it for one text and drops it",
    hint: "delete what stands before the first header",
  }),
  "mime-unfinished": defineFinding({
    severity: "warning",
    message: () => "ends without its last boundary: it may be cut off, and the last part loses its last line end",
    hint: "get a whole copy, or add the boundary and two dashes as its last line",
  }),
  "mime-blank-line": defineFinding({
    severity: "warning",
    message: () => "no blank line between headers and body: cloud-init reads it, strict readers refuse the blob",
    hint: "put a blank line below the last header",
  }),
  "mime-blank-line-eks": defineFinding({
    severity: "error",
    message: () =>
      "no blank line between headers and body: `nodeadm` of EKS refuses the blob, and the node does not join",
    hint: "put a blank line below the last header",
  }),
  "part-raw": defineFinding<{ filename: string }>({
    severity: "error",
    message: ({ filename }) =>
      `${filename} has raw bytes outside of US-ASCII: cloud-init corrupts each of them, whatever the encoding is called`,
    hint: "encode the part as base64 or quoted-printable, as kubeboot bundle does",
  }),
  "part-gzip-broken": defineFinding<{ reason: string }>({
    severity: "error",
    message: ({ reason }) =>
      `is declared as compressed, but can't be unpacked (${reason}): cloud-init gives up the blob`,
    hint: "get a whole copy, or declare what it is",
  }),
  "archive-too-large": defineFinding<{ most: number }>({
    severity: "warning",
    message: ({ most }) => `the archive has more than ${most} bytes: its entries are not checked`,
    hint: "list its entries as sources of their own",
  }),
  "blob-not-utf8": defineFinding<{ offset: number }>({
    severity: "error",
    message: ({ offset }) =>
      `not UTF-8 from byte ${offset} (counted from 0): cloud-init gives up all of it, with users and keys`,
    hint: "encode the part as base64, as kubeboot bundle does",
  }),
};
