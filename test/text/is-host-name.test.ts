import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { isHostName } from "../../src/text/is-host-name.ts";
import { command, describeWith, root } from "../support/requirements.ts";

const LABELS: readonly (readonly [name: string, valid: boolean])[] = [
  ["a", true],
  ["my-host", true],
  ["A1", true],
  ["123", true],
  ["localhost", true],
  ["a".repeat(64), true],
  ["my_host", false],
  ["a b", false],
  ["-a", false],
  ["a-", false],
  ["ä", false],
  ["a/b", false],
  ["a,b", false],
  ["a".repeat(65), false],
];

const NAMES: readonly (readonly [name: string, valid: boolean])[] = [
  ["host.example.com", true],
  ["host.example.com.", true],
  ["host.my_domain.lan", true],
  ["my_host.example.com", false],
  ["host..com", false],
  [".com", false],
  [`a.${"b".repeat(64)}`, false],
  [`a.${"b.".repeat(130)}c`, false],
];

describe("a host name", () => {
  test.each([...LABELS, ...NAMES])("%s: %s", (name, valid) => {
    expect(isHostName(name)).toBe(valid);
  });
});

describeWith([root, command("unshare", "util-linux"), command("hostname")], "hostname(1)", () => {
  test.each(LABELS)("%s: %s", (name, valid) => {
    const { status } = spawnSync("unshare", ["--uts", "hostname", "--", name]);
    expect(status === 0).toBe(valid);
  });
});
