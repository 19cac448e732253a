/** The checks of scripts agree with a real cloud-init: scripts without an error run, the others don't. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createBundle, lintSources, type MemorySource } from "../../src/index.ts";
import { describeWith } from "../support/requirements.ts";
import { BOOT_REQUIREMENTS, useRoot } from "./boot-well.ts";

const SCRIPT = "text/x-shellscript";
const HOOK = "text/cloud-boothook";
const TEMPLATE = "## template: jinja\n";
const LONG = "/".repeat(300);

/** `SAY` stands for the command that reports that the script has run. */
const CASES: readonly (readonly [name: string, type: string, content: string])[] = [
  ["plain", SCRIPT, "#!/bin/sh\nSAY\n"],
  ["crlf", SCRIPT, "#!/bin/sh\r\nSAY\r\n"],
  ["blanks", SCRIPT, "#! \t/bin/sh -e\nSAY\n"],
  ["relative", SCRIPT, "#!bin/sh\nSAY\n"],
  ["long-arguments", SCRIPT, `#!/bin/sh -${"e".repeat(300)}\nSAY\n`],
  ["no-shebang", SCRIPT, "SAY\n"],
  ["blank-line-above", SCRIPT, "\n#!/bin/sh\nSAY\n"],
  ["no-interpreter", SCRIPT, "#!\nSAY\n"],
  ["blank-interpreter", SCRIPT, "#! \nSAY\n"],
  ["no-path", SCRIPT, "#!sh\nSAY\n"],
  ["long-path", SCRIPT, `#!${LONG}bin/sh\nSAY\n`],
  ["env", SCRIPT, "#!/usr/bin/env sh\nSAY\n"],
  ["env-arguments", SCRIPT, "#!/usr/bin/env sh -e\nSAY\n"],
  ["env-options", SCRIPT, "#!/usr/bin/env -i sh\nSAY\n"],
  ["env-split", SCRIPT, "#!/usr/bin/env -S sh -e\nSAY\n"],
  ["bash-arguments", SCRIPT, "#!/bin/bash -euo pipefail\nSAY\n"],
  ["bash-blank-behind", SCRIPT, "#!/bin/bash -eu \t\nSAY\n"],
  ["sh-arguments", SCRIPT, "#!/bin/sh -e -u\nSAY\n"],
  ["cr-alone", SCRIPT, "#!/bin/sh\rSAY\r"],
  ["per-boot", `${SCRIPT}-per-boot`, "#!/bin/sh\nSAY\n"],
  ["per-boot-no-shebang", `${SCRIPT}-per-boot`, "SAY\n"],
  ["hook", HOOK, "#cloud-boothook\n\n#!/bin/sh\nSAY\n"],
  ["hook-without-marker", HOOK, "#!/bin/sh\nSAY\n"],
  ["hook-no-shebang", HOOK, "#cloud-boothook\nSAY\n"],
  ["hook-capitals", HOOK, "#Cloud-Boothook\n#!/bin/sh\nSAY\n"],
  ["hook-mixed", HOOK, "#cloud-boothook\n#!/bin/sh\r\nSAY\r\n"],
  ["template", "text/jinja2", `${TEMPLATE}#!/bin/sh\r\nSAY\r\n`],
  ["template-blank-line", "text/jinja2", `${TEMPLATE}\n#!/bin/sh\nSAY\n`],
  ["template-late", "text/jinja2", `\n${TEMPLATE}#!/bin/sh\nSAY\n`],
  ["template-of-hook", "text/jinja2", `${TEMPLATE}#cloud-boothook\n#!/bin/sh\nSAY\n`],
  ["called-cloud-config", "text/cloud-config", "#!/bin/sh\nSAY\n"],
];

const SOURCES: readonly MemorySource[] = CASES.map(([name, type, content]) => ({
  name,
  type,
  content: content.replace("SAY", `echo ${name} >> /var/lib/said`),
}));

describeWith(BOOT_REQUIREMENTS, "a boot with scripts of every kind", () => {
  test("runs only those without an error", async () => {
    const { findings } = await lintSources(SOURCES);
    const broken = new Set(findings.filter(({ severity }) => severity === "error").map(({ path }) => path));
    const { bytes } = await createBundle(SOURCES, { check: false, handler: "none" });
    const root = await useRoot();
    await root.boot(bytes);
    const said = readFileSync(root.path("/var/lib/said"), "utf8").trim().split("\n");
    expect(said.toSorted()).toEqual(
      SOURCES.map(({ name }) => name)
        .filter((name) => !broken.has(name))
        .toSorted(),
    );
  });
});
