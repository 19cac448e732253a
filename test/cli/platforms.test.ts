import { expect, test } from "vitest";
import { PLATFORMS } from "../../src/platforms/platforms.ts";
import { runCli } from "../support/run-cli.ts";

test("platforms prints one line for each, below a heading", async () => {
  const { status, stdout, stderr } = await runCli(["platforms"]);
  const lines = stdout.toString().trimEnd().split("\n");
  expect({ status, stderr, count: lines.length }).toEqual({ status: 0, stderr: "", count: PLATFORMS.length + 1 });
  expect(lines[0]).toMatch(/^PLATFORM +BYTES +COUNTED ON +WANTS +GZIP +CONFIDENCE +SOURCE$/);
  expect(lines).toContainEqual(expect.stringMatching(/^openstack, nova +65535 +base64 +plain +no +high +nova: api/));
  expect(lines).toContainEqual(expect.stringMatching(/^nocloud +none +\? +plain +yes /));
  expect(lines).toContainEqual(expect.stringMatching(/^ovh +\? +\? +\? +\? +low /));
});

test("platforms --json prints the whole table", async () => {
  const { status, stdout } = await runCli(["platforms", "--json"]);
  expect({ status, table: JSON.parse(stdout.toString()) }).toEqual({ status: 0, table: { platforms: PLATFORMS } });
});
