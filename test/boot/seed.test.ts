/** A seed that the real cloud-localds makes, as docs/recipes.md shows it, has the exact blob, which boots. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createBundle } from "../../src/index.ts";
import { makeFolder } from "../support/make-folder.ts";
import { command, describeWith } from "../support/requirements.ts";
import { BOOT_REQUIREMENTS, bootWell, useRoot } from "./boot-well.ts";

const TOOLS = [command("cloud-localds", "cloud-image-utils"), command("isoinfo", "genisoimage")];

const SCRIPT = { name: "said.sh", content: "#!/bin/sh\necho é > /var/lib/said\n" };

describeWith([...BOOT_REQUIREMENTS, ...TOOLS], "a seed", () => {
  test.each([
    { form: "plain", gzip: false },
    { form: "gzip", gzip: true },
  ])("holds the blob, $form", async ({ gzip }) => {
    const { bytes } = await createBundle([SCRIPT], { platform: "nocloud", gzip });
    const metaData = "instance-id: first\nlocal-hostname: web1\n";
    const folder = makeFolder({ userdata: bytes, "meta-data": metaData });
    execFileSync("cloud-localds", ["seed.img", "userdata", "meta-data"], { cwd: folder });
    const seed = join(folder, "seed.img");
    expect(execFileSync("isoinfo", ["-d", "-i", seed], { encoding: "utf8" })).toContain("\nVolume id: cidata\n");
    expect(readFromIso(seed, "/meta-data").toString()).toBe(metaData);
    const userData = readFromIso(seed, "/user-data");
    expect(userData).toEqual(Buffer.from(bytes));
    const root = await useRoot();
    await bootWell(root, userData);
    expect(readFileSync(root.path("/var/lib/said"), "utf8")).toBe("é\n");
  });
});

function readFromIso(image: string, path: string): Buffer {
  return execFileSync("isoinfo", ["-R", "-i", image, "-x", path]);
}
