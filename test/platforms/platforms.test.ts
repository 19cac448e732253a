import { describe, expect, test } from "vitest";
import { findPlatform } from "../../src/platforms/find-platform.ts";
import { PLATFORMS } from "../../src/platforms/platforms.ts";

describe("the table of platforms", () => {
  test("has each name and alias once, in lower case", () => {
    const names = PLATFORMS.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
  });

  test("says why gzip is unsafe exactly where it is", () => {
    for (const { name, gzip, gzipProblem } of PLATFORMS) expect(gzipProblem !== null, name).toBe(gzip === "no");
  });

  test("says what every limit counts; it is unknown only for ibm", () => {
    const unknown = PLATFORMS.filter(({ limit, measuredOn }) => typeof limit === "number" && measuredOn === null);
    expect(unknown.map(({ name }) => name)).toEqual(["ibm"]);
  });
});

describe("findPlatform", () => {
  test.each(PLATFORMS.map((platform) => [platform.name, platform] as const))(
    "finds %s by its name and aliases, in any case",
    (_, platform) => {
      for (const name of [platform.name, ...platform.aliases]) {
        expect(findPlatform(name)).toBe(platform);
        expect(findPlatform(name.toUpperCase())).toBe(platform);
      }
    },
  );

  test.each([
    ["nova", "openstack"],
    ["AWS", "ec2"],
    ["gcp", "gce"],
    ["google", "gce"],
  ])("treats %s as %s", (alias, name) => {
    expect(findPlatform(alias).name).toBe(name);
  });

  test.each([
    ["opnstack", "openstack"],
    ["Vm-Ware", "vmware"],
    ["ec2 ", "ec2"],
    ["hcluod", "hcloud"],
  ])("names the nearest to %j: %s", (name, nearest) => {
    expect(() => findPlatform(name)).toThrow(`unknown platform "${name}": did you mean ${nearest}?`);
  });

  test("names nocloud for a hypervisor", () => {
    expect(() => findPlatform("Proxmox")).toThrow('unknown platform "Proxmox": use nocloud, ');
  });

  test.each(["", "toString", "x"])("lists all platforms for %j", (name) => {
    expect(() => findPlatform(name)).toThrow(
      expect.objectContaining({ code: "usage", message: expect.stringContaining(`"${name}"`) }),
    );
    for (const platform of PLATFORMS) expect(() => findPlatform(name)).toThrow(platform.name);
  });
});
