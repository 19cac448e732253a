import { expect, test } from "vitest";
import { CHANGES, type Change } from "../../src/releases/changes.ts";
import { findRelease } from "../../src/releases/find-release.ts";
import { judgeChange, listImagesWithout } from "../../src/releases/judge-change.ts";
import { VERSIONS } from "../../src/releases/releases.ts";

function changeOf(name: string): Change {
  return CHANGES.find((change) => change.name === name)!;
}

test.each([
  ["text/jinja2", "18.3", "new"],
  ["text/jinja2", "18.4", "yes"],
  ["text/upstart-job", "22.1", "yes"],
  ["text/upstart-job", "22.2.2", "gone"],
  ["text/x-shellscript-per-boot", "debian-11", "new"],
  ["text/x-shellscript-per-boot", "ubuntu-20.04", "updates"],
  ["chpasswd.users", "al2023", "new"],
  ["chpasswd.users", "debian-12", "yes"],
  ["ubuntu_pro", "ubuntu-22.04", "updates"],
  ["ubuntu_pro", "ubuntu-24.04", "yes"],
  ["snap", "debian-12", "foreign"],
  ["snap", "26.2", "yes"],
  ["yum_repos", "al2023", "yes"],
  ["zypper", "al2023", "yes"],
  ["ansible", "debian-12", "foreign"],
  ["rpi", "ubuntu-26.04", "foreign"],
  ["rpi", "flatcar", "yes"],
])("%s in %s: %s", (name, release, support) => {
  expect(judgeChange(changeOf(name), findRelease(release))).toBe(support);
});

test.each([
  ["chpasswd.users", []],
  ["ubuntu_pro", []],
  ["text/jinja2", []],
  ["users[].doas", ["debian-12"]],
  ["rh_subscription.activation_key", ["rhel-8", "rhel-9", "rhel-10"]],
])("images with updates that do not read %s: %j", (name, images) => {
  expect(listImagesWithout(changeOf(name)).map((image) => image.name)).toEqual(expect.arrayContaining(images));
  if (images.length === 0) expect(listImagesWithout(changeOf(name))).toEqual([]);
});

test("every change names releases that are known, and has an effect", () => {
  for (const { since, until, on } of CHANGES) {
    for (const version of [since, until]) if (version !== undefined) expect(VERSIONS).toContain(version);
    expect(since ?? until ?? on).toBeDefined();
  }
});
