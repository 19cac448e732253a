/** What happens at boot in one release, and not in another. */
import { expect, test } from "vitest";
import { explainFiles, type Files } from "../support/explain-files.ts";

const PASSWORDS: Files = { "a.cfg": "#cloud-config\npassword: letmein\n" };

const DEFERRED: Files = { "a.cfg": "#cloud-config\nwrite_files: [{path: /a, content: a, defer: true}]\n" };

const PER_BOOT: Files = { "a.sh:text/x-shellscript-per-boot": "#!/bin/sh\n" };

const TEMPLATE: Files = { "a.sh": "## template: jinja\n#!/bin/sh\n" };

const UPSTART: Files = { "a.conf": "#upstart-job\nstart on startup\n" };

test.each<[string, Files, string | undefined, string[]]>([
  [
    "passwords, whose module moved",
    PASSWORDS,
    undefined,
    ["network set_passwords: sets passwords; before cloud-init 24.2 in the config stage"],
  ],
  ["passwords since 24.2", PASSWORDS, "24.2", ["network set_passwords: sets passwords"]],
  ["passwords before", PASSWORDS, "debian-12", ["config set_passwords: sets passwords"]],
  ["deferred files since 21.4", DEFERRED, "21.4", ["final write_files_deferred: writes 1 file"]],
  ["deferred files before", DEFERRED, "debian-11", ["network write_files: writes 1 file"]],
  ["per-boot scripts since 22.1", PER_BOOT, "22.1", ["final a.sh: runs with /bin/sh"]],
  [
    "per-boot scripts before",
    PER_BOOT,
    "21.4",
    ["a.sh is dropped: cloud-init 21.4 does not read text/x-shellscript-per-boot"],
  ],
  ["templates before 18.4", TEMPLATE, "18.3", ["a.sh is dropped: cloud-init 18.3 does not read text/jinja2"]],
  ["Upstart jobs before 22.2", UPSTART, "22.1", []],
  ["Upstart jobs since", UPSTART, "22.2", ["a.conf is dropped: cloud-init 22.2 does not read text/upstart-job"]],
])("%s", async (_, files, release, happens) => {
  const { steps, parts } = await explainFiles(files, { release });
  const dropped = parts.flatMap((part) =>
    part.dropped === null ? [] : [`${part.filename} is dropped: ${part.dropped}`],
  );
  const acting = steps.filter(({ kind }) => kind !== "merge");
  expect([...dropped, ...acting.map(({ stage, name, text }) => `${stage} ${name}: ${text}`)]).toEqual(happens);
});
