import { describe, expect, test } from "vitest";
import { fitPlatform, measureBlob, type MeasurableBlob } from "../../src/platforms/fit-platform.ts";
import type { Layer } from "../../src/model.ts";
import { findPlatform } from "../../src/platforms/find-platform.ts";
import { PLATFORMS, type Platform } from "../../src/platforms/platforms.ts";

/** A blob of `size` bytes below an outer base64. */
function makeBlob(size: number, layers: readonly Layer[] = []): MeasurableBlob {
  const inside = Buffer.alloc(size, "x");
  return { bytes: layers[0] === "base64" ? Buffer.from(inside.toString("base64")) : inside, layers };
}

describe("measureBlob", () => {
  test.each<[string, Layer[], number, number]>([
    ["ec2", [], 100, 100],
    ["ec2", ["gzip"], 100, 100],
    ["ec2", ["base64"], 100, 100],
    ["ec2", ["base64", "gzip"], 100, 100],
    ["openstack", [], 0, 0],
    ["openstack", [], 1, 4],
    ["openstack", [], 3, 4],
    ["openstack", [], 4, 8],
    ["openstack", ["base64"], 4, 8],
    ["digitalocean", [], 100, 100],
    ["digitalocean", ["base64"], 100, 136],
    ["hetzner", [], 100, 100],
    ["hetzner", ["gzip"], 100, 136],
    ["hetzner", ["base64", "gzip"], 100, 136],
    ["kubevirt", ["base64"], 100, 100],
    ["ibm", [], 100, 100],
  ])("%s, layers %j: %i bytes count as %i", (name, layers, size, expected) => {
    expect(measureBlob(makeBlob(size, layers), findPlatform(name))).toBe(expected);
  });

  test("does not count the line ends of base64", () => {
    const bytes = Buffer.from("eHh4\neHh4\r\neA==\n");
    expect(measureBlob({ bytes, layers: ["base64"] }, findPlatform("ec2"))).toBe(7);
  });
});

/** The most bytes, before any base64, that a platform accepts. */
const MOST: [string, number][] = [
  ["openstack", 49_149],
  ["ec2", 16_384],
  ["eks", 16_384],
  ["ec2-launch-configuration", 16_383],
  ["image-builder", 16_383],
  ["gce", 262_144],
  ["azure", 65_535],
  ["digitalocean", 65_536],
  ["hetzner", 32_768],
  ["oci", 24_000],
  ["alibaba", 32_768],
  ["ibm", 65_536],
  ["linode", 16_384],
  ["exoscale", 24_573],
  ["cloudstack", 24_576],
  ["vmware", 49_152],
  ["vsphere", 524_288],
  ["kubevirt", 2048],
];

describe("fitPlatform", () => {
  test.each(MOST)("%s accepts %i bytes and not one more", (name, most) => {
    const platform = findPlatform(name);
    expect(fitPlatform(makeBlob(most), platform)).toMatchObject({ isOver: false, isNear: true });
    expect(fitPlatform(makeBlob(most + 1), platform)).toMatchObject({ isOver: true, isNear: false });
  });

  test("has every limit", () => {
    const limited = PLATFORMS.filter(({ limit }) => typeof limit === "number");
    expect(MOST.map(([name]) => name)).toEqual(limited.map(({ name }) => name));
  });

  test.each([
    ["azure", 58_981, false],
    ["azure", 58_982, true],
    ["alibaba", 29_491, false],
    ["alibaba", 29_492, true],
    ["oci", 21_597, false],
    ["oci", 21_598, true],
  ])("%s: whether %i bytes are within 10 %% of the limit: %j", (name, size, isNear) => {
    const platform = findPlatform(name);
    expect(fitPlatform(makeBlob(size), platform)).toMatchObject({ platform, isOver: false, isNear });
  });

  test.each<[string, Platform["limit"]]>([
    ["nocloud", "none"],
    ["vultr", null],
  ])("%s has no limit to fit: %j", (name, limit) => {
    const platform = findPlatform(name);
    expect(platform.limit).toBe(limit);
    expect(fitPlatform(makeBlob(1_000_000), platform)).toBeNull();
  });
});
