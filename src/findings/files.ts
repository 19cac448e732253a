import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that writing parts as files needs. */
export const FILE_FINDINGS = {
  "file-exists": defineFinding({
    severity: "error",
    message: () => "the file already exists: nothing is written",
    hint: "choose an empty folder, or overwrite the file with `--force`",
  }),
  "file-is-folder": defineFinding({
    severity: "error",
    message: () => "a folder has the name of a part's file: nothing is written",
    hint: "choose an empty folder",
  }),
  "file-renamed": defineFinding<{ name: string; filename: string }>({
    severity: "note",
    message: ({ name, filename }) => `written as \`${name}\`: \`${filename}\` is taken, or not a safe file name`,
    hint: null,
  }),
  "handler-left-out": defineFinding({
    severity: "note",
    message: () => "left out, because `kubeboot bundle` adds this part handler again",
    hint: "use `--handler` to extract it too",
  }),
  "handler-absent": defineFinding({
    severity: "note",
    message: () => "the blob has no part handler for its manifests: `kubeboot bundle` will add one",
    hint: "bundle with `--handler none` if the instance has its own",
  }),
  "type-lost": defineFinding<{ type: string }>({
    severity: "warning",
    message: ({ type }) => `the type is lost: \`${type}\` is not a valid content type`,
    hint: "declare the type when you bundle the file, as in `PATH:text/x-shellscript`",
  }),
  "merge-type-lost": defineFinding<{ name: string; value: string }>({
    severity: "note",
    message: ({ name, value }) => `the header \`${name}: ${value}\` is lost, because files have no headers`,
    hint: ({ value }) => `bundle with \`--merge-type '${value}'\``,
  }),
  "launch-index-lost": defineFinding<{ value: string }>({
    severity: "note",
    message: ({ value }) =>
      `the header \`Launch-Index: ${value}\` is lost: bundled again, the part goes to every instance`,
    hint: null,
  }),
};
