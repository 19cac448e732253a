import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about the bytes of text parts. */
export const CHARACTER_FINDINGS = {
  "text-not-utf8": defineCheck<{ type: string; offset: number }>({
    severity: "error",
    essential: true,
    reason: "one byte that is not UTF-8 makes cloud-init lose the part, or all of the user-data",
    message: ({ type, offset }) =>
      `not UTF-8 from byte ${offset} (counted from 0), and cloud-init loses a ${type} part that is not`,
    hint: "save it as UTF-8, or give it a type outside text/, as in PATH:application/octet-stream",
  }),
  "text-bom": defineCheck<{ type: string }>({
    severity: "error",
    reason: "behind a byte order mark neither cloud-init nor the kernel sees the marker",
    message: ({ type }) => `begins with a byte order mark, which breaks ${type} on the instance`,
    hint: "save it as UTF-8 without a byte order mark",
  }),
  "text-crlf": defineCheck<{ type: string }>({
    severity: "note",
    reason: "line ends arrive as LF: that a text has CRLF is seldom meant",
    message: ({ type }) => `ends its lines in CRLF: whatever reads ${type} takes them for LF`,
    hint: null,
  }),
  "text-nul": defineCheck<{ type: string }>({
    severity: "error",
    reason: "Python refuses a NUL in what it reads",
    message: ({ type }) => `holds a NUL, for which cloud-init refuses ${type}`,
    hint: "save it as UTF-8",
  }),
};
