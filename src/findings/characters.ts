import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about the bytes of text parts. */
export const CHARACTER_FINDINGS = {
  "text-not-utf8": defineCheck<{ type: string; offset: number }>({
    severity: "error",
    essential: true,
    reason: "a byte that is not UTF-8 makes cloud-init drop the part, or all user-data",
    message: ({ type, offset }) => `the byte at offset ${offset} is not UTF-8: the \`${type}\` part is lost`,
    hint: "save it as UTF-8, or give it a type outside `text/`, as in `PATH:application/octet-stream`",
  }),
  "text-bom": defineCheck<{ type: string }>({
    severity: "error",
    reason: "cloud-init and the kernel do not recognize a marker after a byte order mark",
    message: ({ type }) => `the \`${type}\` part begins with a byte order mark, which hides its marker`,
    hint: "save it as UTF-8 without a byte order mark (BOM)",
  }),
  "text-crlf": defineCheck<{ type: string }>({
    severity: "note",
    reason: "line ends in CRLF are rarely intended, and arrive as LF",
    message: ({ type }) => `lines end in CRLF, which arrives as LF in \`${type}\``,
    hint: null,
  }),
  "text-nul": defineCheck<{ type: string }>({
    severity: "error",
    reason: "the parsers of cloud-init reject NUL bytes",
    message: ({ type }) => `a NUL byte, which cloud-init rejects in \`${type}\``,
    hint: "save it as UTF-8; text in UTF-16 contains NUL bytes",
  }),
};
