import { defineCheck } from "./define-finding.js";

/** What is wrong with a line of authorized_keys; `found` is a type of key. */
export type SshKeyProblem =
  { what: "private" | "other-format" | "not-a-key" | "broken" } | { what: "other-type"; given: string; found: string };

const KEY_HINTS: Readonly<Record<SshKeyProblem["what"], string>> = {
  private: "write the content of the `.pub` file beside it, and make a new pair of keys",
  "other-format": "write the output of `ssh-keygen -i -f FILE`",
  "not-a-key": "write the content of a `.pub` file on one line: `ssh-ed25519 AAAA… NAME`",
  broken: "copy the whole line of the `.pub` file, without line breaks in it",
  "other-type": "copy the whole line of the `.pub` file, its type too",
};

/** What people write in the place of a key. */
const HINTS_BY_TEXT: readonly (readonly [RegExp, string])[] = [
  [/^(?:gh|lp):\S+$/, "write it into `ssh_import_id`"],
  [/^https:\/\/github\.com\/\S+$/, "write `gh:NAME` into `ssh_import_id`"],
];

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
        : "use names, as in `owner: root:root`: numbers are not looked up",
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
    reason: "cloud-init skips what is not base64 and decodes the rest",
    message: ({ character }) =>
      `\`${character}\` is not part of the base64: cloud-init writes what the rest decodes to`,
    hint: "write the whole output of `base64 -w0 FILE`, and nothing besides",
  }),
  "host-name": defineCheck<{ key: string; name: string; nearest: string | null }>({
    severity: "error",
    reason: "the machine does not get a name that breaks the rules for host names",
    message: ({ key, name }) =>
      name.length > 100
        ? `\`${key}\` is longer than a host name can be`
        : `\`${name}\` can't be a host name: the machine does not get it`,
    hint: ({ nearest }) =>
      nearest === null
        ? "write 1 to 63 letters, digits and hyphens, with neither end a hyphen"
        : `write \`${nearest}\`: letters, digits, and hyphens between them`,
  }),
  "time-zone": defineCheck<{ name: string; nearest: string | null }>({
    severity: "error",
    reason: "cloud-init sets no time zone that is not in tzdata",
    message: ({ name }) => `\`${name}\` is not a time zone of tzdata: the machine keeps the one that it has`,
    hint: ({ nearest }) =>
      nearest === null
        ? "write a name that `timedatectl list-timezones` lists, such as `Europe/Berlin`"
        : `write \`${nearest}\``,
  }),
  "user-sudo": defineCheck({
    severity: "error",
    reason: "`sudo` takes rules: at `true` cloud-init fails, and makes no later user",
    message: () => "cloud-init fails at `sudo: true`: this user gets no SSH keys, and later users are not made",
    hint: "write a rule, as in `sudo: ALL=(ALL) NOPASSWD:ALL`, or delete the key",
  }),
  "network-unread": defineCheck({
    severity: "warning",
    reason: "networks are set up before cloud-init reads user-data",
    message: () => "`network` has no effect in user-data: networks are set up before it is read",
    hint: "set it as the network-config of the platform, or write it to /etc/cloud/cloud.cfg.d in the image",
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
  "ssh-key": defineCheck<SshKeyProblem & { text: string }>({
    severity: "error",
    reason: "nobody can log in with a line of `ssh_authorized_keys` that is not a public key",
    message: (problem) => {
      switch (problem.what) {
        case "private":
          return "this is a private key: nobody can log in with it, and it is no longer secret";
        case "other-format":
          return "this is a public key in a format that OpenSSH does not read: cloud-init drops it";
        case "not-a-key":
          return "this is not a public SSH key: cloud-init drops it";
        case "broken":
          return "the base64 of this SSH key is broken or cut off: nobody can log in with it";
        case "other-type":
          return `the key says \`${problem.given}\` and is \`${problem.found}\`: nobody can log in with it`;
      }
    },
    hint: ({ what, text }) => HINTS_BY_TEXT.find(([pattern]) => pattern.test(text))?.[1] ?? KEY_HINTS[what],
  }),
  "password-line": defineCheck({
    severity: "error",
    reason: "cloud-init sets no password of `chpasswd.list` where one line lacks its colon",
    message: () => "a line of `chpasswd.list` without `:`: cloud-init fails here, and sets none of the passwords",
    hint: "write each line as `USER:PASSWORD`, and delete empty ones",
  }),
};
