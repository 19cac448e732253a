import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about values which make a module of cloud-init fail at boot. */
export const MODULE_FINDINGS = {
  "file-owner": defineCheck<{ owner: string; isMade: boolean }>({
    severity: "error",
    reason: "write_files stops at a file whose owner does not exist yet, and writes no later file",
    message: ({ owner, isMade }) =>
      isMade
        ? `\`${owner}\` is made after this file is written: write_files stops here, and writes no later file`
        : `\`${owner}\` is not the name of a user: write_files stops here, and writes no later file`,
    hint: ({ isMade }) =>
      isMade
        ? "add `defer: true` to this file: it is written when the users are there"
        : "give names, as in `owner: root:root`: numbers are not looked up",
  }),
  "file-content": defineCheck<{ encoding: string; what: "base64" | "gzip"; isEncoded: boolean }>({
    severity: "error",
    reason: "write_files stops at content that it can't decode, and writes no later file",
    message: ({ encoding, what }) =>
      `\`encoding: ${encoding}\`, but this is not ${what}: write_files stops here, and writes no later file`,
    hint: ({ what, isEncoded }) => {
      if (what === "gzip")
        return isEncoded
          ? "write `encoding: gz+b64`"
          : "write the output of `gzip -c FILE | base64 -w0` with `encoding: gz+b64`";
      return "write the whole output of `base64 -w0 FILE`, or delete `encoding` where this is the text itself";
    },
  }),
  "file-encoding": defineCheck<{ encoding: string; nearest: string | null }>({
    severity: "warning",
    reason: "write_files takes content of an unknown encoding for plain text",
    message: ({ encoding }) => `unknown encoding \`${encoding}\`: cloud-init writes the content as it stands`,
    hint: ({ nearest }) =>
      nearest === null ? "write `b64`, `gz` or `gz+b64`, or delete `encoding`" : `write \`encoding: ${nearest}\``,
  }),
  "file-base64": defineCheck<{ character: string }>({
    severity: "warning",
    reason: "Python skips what is not base64 and decodes the rest",
    message: ({ character }) =>
      `\`${character}\` is not part of the base64: cloud-init writes what the rest decodes to`,
    hint: "write the whole output of `base64 -w0 FILE`, and nothing besides",
  }),
  "password-hash": defineCheck<{ key: string }>({
    severity: "error",
    reason: "a plain text in the place of a hash is a password that nobody can log in with",
    message: ({ key }) => `${key} takes a hash, and this is not one: nobody can log in with it`,
    hint: ({ key }) =>
      key.includes("type")
        ? "write `type: text`, or the output of `mkpasswd --method=sha-512`, in single quotes"
        : "write the output of `mkpasswd --method=sha-512`, in single quotes",
  }),
  "password-text": defineCheck<{ hint: string }>({
    severity: "error",
    reason: "a hash in the place of a plain text becomes the password itself",
    message: () => "cloud-init takes this hash for plain text: the hash itself becomes the password",
    hint: ({ hint }) => hint,
  }),
  "password-line": defineCheck({
    severity: "error",
    reason: "cloud-init sets no password of `chpasswd.list` where one line lacks its colon",
    message: () => "a line of `chpasswd.list` without `:`: cloud-init fails here, and sets none of the passwords",
    hint: "write each line as `USER:PASSWORD`, and delete empty ones",
  }),
};
