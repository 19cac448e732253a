import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that writing parts as files needs. */
export const FILE_FINDINGS = {
  "file-exists": defineFinding({
    severity: "error",
    message: () => "is there already, and nothing is written",
    hint: "choose an empty folder, or replace it with --force",
  }),
  "file-is-folder": defineFinding({
    severity: "error",
    message: () => "is a folder where a part's file would go, and nothing is written",
    hint: "choose an empty folder",
  }),
  "file-renamed": defineFinding<{ name: string; filename: string }>({
    severity: "note",
    message: ({ name, filename }) => `written as ${name}: "${filename}" is taken, or no safe name for a file`,
    hint: null,
  }),
  "handler-left-out": defineFinding({
    severity: "note",
    message: () => "left out: bundling adds this part handler again",
    hint: "--handler writes it, too",
  }),
  "handler-absent": defineFinding({
    severity: "note",
    message: () => "has no part handler for its manifests: bundling adds kubeboot's",
    hint: "bundle with --handler none if the instance has one",
  }),
  "type-lost": defineFinding<{ type: string }>({
    severity: "warning",
    message: ({ type }) => `its type is not kept: "${type}" is no content type`,
    hint: "name the right one as in PATH:text/x-shellscript",
  }),
  "merge-type-lost": defineFinding<{ name: string; value: string }>({
    severity: "note",
    message: ({ name, value }) => `its header ${name}: ${value} is not kept, for a file has none`,
    hint: "give it to bundle with --merge-type",
  }),
  "launch-index-lost": defineFinding<{ value: string }>({
    severity: "note",
    message: ({ value }) => `its header Launch-Index: ${value} is not kept: bundled again, every instance gets it`,
    hint: null,
  }),
};
