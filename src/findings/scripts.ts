import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about scripts: how they begin, and what they are called. */
export const SCRIPT_FINDINGS = {
  "script-no-shebang": defineCheck({
    severity: "error",
    reason: "the kernel runs no text that does not begin with #!",
    message: () => 'does not begin with #!: it fails with "Exec format error"',
    hint: "begin it with a line such as #!/bin/sh, in a boothook right below #cloud-boothook, with nothing before the #!",
  }),
  "shebang-interpreter": defineCheck<{ reason: string }>({
    severity: "error",
    reason: "a script without an interpreter that the kernel finds does not run",
    message: ({ reason }) => `${reason}: the script does not run`,
    hint: "give the interpreter's absolute path, as in #!/bin/sh or #!/usr/bin/env python3",
  }),
  "shebang-arguments": defineCheck<{ path: string; argument: string }>({
    severity: "error",
    reason: "the kernel passes everything behind the interpreter to it as one argument",
    message: ({ path, argument }) => `\`${path}\` gets \`${argument}\` as one argument: the script does not run`,
    hint: ({ path, argument }) =>
      path.endsWith("/env")
        ? `write \`#!${path} -S ${argument}\`, which splits it`
        : `write \`#!${path}\`, and \`set ${argument}\` on the line below`,
  }),
  "shebang-relative": defineCheck<{ path: string }>({
    severity: "warning",
    reason: "a relative interpreter depends on the folder in which the script is run",
    message: ({ path }) => `runs by "${path}" below the current folder, which is / at boot alone`,
    hint: "give the interpreter's absolute path",
  }),
  "shebang-long": defineCheck<{ bytes: number }>({
    severity: "warning",
    reason: "the kernel cuts a long first line off without a word",
    message: ({ bytes }) =>
      `its first line has ${bytes} bytes, of which Linux before 5.1 reads 127 and later ones read 255`,
    hint: "shorten it, or set what it sets in the lines below",
  }),
  "script-crlf": defineCheck({
    severity: "warning",
    reason: "cloud-init leaves CRLF as it is where the first line ends in LF, and shells take the CR for text",
    message: () =>
      "ends in CRLF, which cloud-init leaves because the first line ends in LF: shells take the CR for text",
    hint: "save the script with LF line ends",
  }),
  "script-nul": defineCheck({
    severity: "warning",
    reason: "most interpreters skip a NUL or refuse the script",
    message: () => "holds a NUL, which interpreters skip or refuse",
    hint: "save it as UTF-8, or keep binary data out of it, as base64 for one",
  }),
  "script-name-lost": defineCheck<{ filename: string }>({
    severity: "error",
    reason: "a script whose name can't be one of a file is not written",
    message: ({ filename }) =>
      `cloud-init can't write a script called "${filename}", of which it keeps A-Z a-z 0-9 _ . ( ) - alone`,
    hint: "give it a name of at most 255 such characters",
  }),
  "script-overwritten": defineCheck<{ name: string }>({
    severity: "error",
    reason: "of scripts that have the same name on the instance, only the last runs",
    message: ({ name }) => `a later script of the same kind is written to ${name} too: this one never runs`,
    hint: "give them names that differ in A-Z a-z 0-9 _ . ( ) -",
  }),
  "script-named-runcmd": defineCheck({
    severity: "warning",
    reason: "cloud-config's runcmd is written to a script of that name",
    message: () =>
      "is called runcmd, as is the script that cloud-init makes of cloud-config's runcmd and writes over it",
    hint: "give it another name",
  }),
  "script-order": defineCheck<{ name: string; earlier: string }>({
    severity: "warning",
    reason: "scripts run in the order of their names, not of the parts",
    message: ({ name, earlier }) =>
      `${name} runs before ${earlier}, which stands before it: names decide, not the order`,
    hint: "number the names, as kubeboot bundle does",
  }),
};
