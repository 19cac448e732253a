import { expect, test } from "vitest";
import { CHANGES } from "../../src/releases/changes.ts";
import { IMAGES } from "../../src/releases/images.ts";
import { VERSIONS } from "../../src/releases/releases.ts";
import { runCli } from "../support/run-cli.ts";

test("releases prints one line for each image, below a heading", async () => {
  const { status, stdout, stderr } = await runCli(["releases"]);
  const lines = stdout.toString().trimEnd().split("\n");
  expect({ status, stderr, count: lines.length }).toEqual({ status: 0, stderr: "", count: IMAGES.length + 1 });
  expect(lines[0]).toMatch(/^IMAGE +CLOUD-INIT +NOW +UPDATES +NOTES +SOURCE$/);
  expect(lines).toContainEqual(
    expect.stringMatching(/^debian-12, bookworm +22\.4\.2 +22\.4\.2 +yes +no module ansible +/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/^ubuntu-22\.04, jammy +22\.1 +26\.1 +yes +- +cloud-init's/));
  expect(lines).toContainEqual(expect.stringMatching(/^flatcar +- +- +yes +has coreos-cloudinit; reads only/));
});

test("releases --json prints the whole tables", async () => {
  const { status, stdout } = await runCli(["releases", "--json"]);
  const tables = { releases: IMAGES, versions: VERSIONS, changes: CHANGES };
  expect({ status, tables: JSON.parse(stdout.toString()) }).toEqual({ status: 0, tables });
});
