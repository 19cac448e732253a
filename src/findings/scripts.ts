import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about scripts: how they begin, and what they are called. */
export const SCRIPT_FINDINGS = {
  "script-no-shebang": defineCheck({
    severity: "error",
    reason: "the kernel runs a script only if it begins with `#!`",
    message: () => "the script does not begin with `#!`: it fails with `Exec format error`",
    hint: "begin it with a line such as `#!/bin/sh`, in a boothook right below `#cloud-boothook`",
  }),
  "shebang-interpreter": defineCheck<{ reason: string; path: string }>({
    severity: "error",
    reason: "a script does not run if the kernel does not find its interpreter",
    message: ({ reason }) => `${reason}: the script does not run`,
    hint: ({ path }) =>
      /^[\w.+-]+$/.test(path)
        ? `write \`#!/usr/bin/env ${path}\``
        : "write the absolute path of the interpreter, as in `#!/bin/sh`, with an LF at the end",
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
    reason: "a relative path to the interpreter works only in one working directory",
    message: ({ path }) => `the interpreter \`${path}\` is a relative path, which works only in \`/\``,
    hint: ({ path }) => `write the absolute path: \`#!/${path.replace(/^(?:\.{0,2}\/)+/, "")}\``,
  }),
  "shebang-long": defineCheck<{ bytes: number }>({
    severity: "warning",
    reason: "the kernel truncates a long first line",
    message: ({ bytes }) => `the first line has ${bytes} bytes; Linux reads 255 of them, before 5.1 only 127`,
    hint: "shorten it, and set options with `set` on the lines below",
  }),
  "script-crlf": defineCheck({
    severity: "warning",
    reason: "cloud-init converts CRLF only if the first line has it, and shells read a CR as text",
    message: () => "the line ends in CRLF but the first in LF: cloud-init keeps the CR, and shells read it as text",
    hint: "save the script with LF line ends",
  }),
  "script-nul": defineCheck({
    severity: "warning",
    reason: "interpreters skip NUL bytes or reject the script",
    message: () => "a NUL byte, which interpreters skip or reject",
    hint: "save the script as UTF-8, and encode binary data in it, for example as base64",
  }),
  "script-name-lost": defineCheck<{ filename: string }>({
    severity: "error",
    reason: "cloud-init does not write a script of whose name no valid file name is left",
    message: ({ filename }) => `cloud-init can't write a script with the name \`${filename}\``,
    hint: "rename it with up to 255 of the characters `A-Z a-z 0-9 _ . ( ) -`: cloud-init removes all others",
  }),
  "script-overwritten": defineCheck<{ name: string }>({
    severity: "error",
    reason: "of several scripts with the same name on the instance, only the last one runs",
    message: ({ name }) => `a later script is also written to \`${name}\`: this one never runs`,
    hint: "rename one of them; only the characters `A-Z a-z 0-9 _ . ( ) -` count",
  }),
  "script-named-runcmd": defineCheck({
    severity: "warning",
    reason: "cloud-init writes the commands of `runcmd` to a script of that name",
    message: () => "cloud-init writes the commands of `runcmd` in cloud-config to the same file, `runcmd`",
    hint: "rename the script",
  }),
  "script-order": defineCheck<{ name: string; earlier: string }>({
    severity: "warning",
    reason: "cloud-init runs scripts in the order of their names, not of the parts",
    message: ({ name, earlier }) => `\`${name}\` runs before \`${earlier}\`, although it is listed after it`,
    hint: ({ name, earlier }) => `number the names, for example \`01-${earlier}\` and \`02-${name}\``,
  }),
};
