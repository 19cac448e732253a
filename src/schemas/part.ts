/** The definitions of parts, which several schemas share. */
import type { JsonSchema, TransferEncoding } from "../model.js";
import { numberFrom, objectOf, orNull, textOf, wordOf } from "./shapes.js";

/** The number of bytes of a content. */
export const BYTES = numberFrom(0, "The size of the content, in bytes.");

/** The hash of a content. */
export const SHA256: JsonSchema = {
  type: "string",
  description: "The SHA-256 of the content, in lower-case hexadecimal.",
  pattern: "^[0-9a-f]{64}$",
};

const PROPERTIES = {
  index: numberFrom(0, "The place in the list, from 0."),
  type: textOf("The content type, in lower case and without parameters."),
  filename: textOf("The name that cloud-init gets for the part."),
  transferEncoding: orNull(
    wordOf<TransferEncoding>("How the content is encoded in the message; null for a part outside of a MIME message.", {
      "7bit": true,
      "8bit": true,
      binary: true,
      "quoted-printable": true,
      base64: true,
      "x-uuencode": true,
    }),
  ),
  bytes: BYTES,
  sha256: SHA256,
  headers: {
    type: "object",
    description: "The header fields of the part, by name.",
    additionalProperties: { type: "string" },
  },
};

/** The definition `part`: one that was written. */
export const PART: JsonSchema = objectOf("A part of the blob.", PROPERTIES);

/** The properties of a part that was read. */
export const READ_PROPERTIES = {
  ...PROPERTIES,
  number: numberFrom(1, "The number of the part in the blob, from 1."),
  declared: objectOf("The values in the headers of the part, unchanged; null for those that are missing.", {
    type: orNull(textOf("The content type.")),
    filename: orNull(textOf("The file name.")),
    transferEncoding: orNull(textOf("The transfer encoding.")),
  }),
  effectiveType: textOf(
    "The content type that cloud-init uses in the end; that of a template is the one it renders to.",
  ),
  offset: orNull(
    objectOf("Where the part begins, in bytes from the start of the message; null for an entry of an archive.", {
      headers: numberFrom(0, "The first header field."),
      body: numberFrom(0, "The body."),
    }),
  ),
};

/** The definition `part`: one that was read. */
export const READ_PART: JsonSchema = objectOf("A part of the blob, as cloud-init gets it.", READ_PROPERTIES);
