import { expect, test } from "vitest";
import { compareVersions } from "../../src/releases/compare-versions.ts";
import { findRelease } from "../../src/releases/find-release.ts";
import { IMAGES } from "../../src/releases/images.ts";
import { VERSIONS } from "../../src/releases/releases.ts";

test.each([
  ["debian-12", "debian-12", "22.4.2"],
  ["Bookworm", "debian-12", "22.4.2"],
  ["22.4", "22.4", "22.4"],
  ["22.4.2", "22.4.2", "22.4.2"],
  ["0.7.9", "0.7.9", "0.7.9"],
])("%s is %s, with cloud-init %s", (text, name, version) => {
  expect(findRelease(text)).toMatchObject({ name, version });
});

test.each([
  ["debain-12", 'unknown release "debain-12": did you mean debian-12?'],
  ["24.04", 'unknown release "24.04": use ubuntu-24.04'],
  ["Debian", 'unknown release "Debian": use debian-11, debian-12 or debian-13'],
  ["9", 'unknown release "9": use rhel-9, centos-9, almalinux-9 or rocky-9'],
  ["22.5", 'unknown release "22.5": did you mean 22.4?'],
  ["0.7.9.1", 'unknown release "0.7.9.1": did you mean 0.7.9?'],
  ["27.1", 'unknown release "27.1": did you mean 26.2?'],
  ["0.6", 'unknown release "0.6": did you mean 0.7.5?'],
  ["windows", 'unknown release "windows": `kubeboot releases` lists those that are known'],
])("%s is unknown", (text, message) => {
  expect(() => findRelease(text)).toThrow(message);
});

test.each([
  ["22.4", "22.4.0", 0],
  ["22.4.2", "22.4", 1],
  ["0.7.9", "17.1", -1],
  ["9.10", "9.9", 1],
])("%s compared with %s is %i", (a, b, expected) => {
  expect(Math.sign(compareVersions(a, b))).toBe(expected);
});

test("the versions are in order", () => {
  expect(VERSIONS).toEqual(VERSIONS.toSorted(compareVersions));
});

test("no name stands for two images", () => {
  const names = IMAGES.flatMap(({ name, aliases }) => [name].concat(aliases));
  expect(new Set(names).size).toBe(names.length);
});
