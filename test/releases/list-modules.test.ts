import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findRelease } from "../../src/releases/find-release.ts";
import { listModules } from "../../src/releases/list-modules.ts";
import { releaseOfVersion } from "../../src/releases/releases.ts";
import { describeWith } from "../support/requirements.ts";

function namesOf(version: string, stage: string): string {
  const modules = listModules({ ...releaseOfVersion(version), distribution: "ubuntu" });
  return modules.flatMap((each) => (each.stage === stage ? [each.name] : [])).join(" ");
}

test.each([
  [
    "0.7.5",
    "network",
    "migrator seed_random bootcmd write_files growpart resizefs set_hostname update_hostname update_etc_hosts ca_certs rsyslog users_groups ssh",
  ],
  [
    "26.2",
    "network",
    "seed_random bootcmd write_files growpart resizefs disk_setup mounts set_hostname update_hostname update_etc_hosts ca_certs rsyslog users_groups ssh set_passwords",
  ],
  [
    "26.2",
    "config",
    "wireguard snap ubuntu_autoinstall ssh_import_id keyboard locale grub_dpkg apt_pipelining apt_configure ubuntu_pro ntp timezone disable_ec2_metadata runcmd byobu",
  ],
])("Ubuntu's %s runs in the stage %s: %s", (version, stage, names) => {
  expect(namesOf(version, stage)).toBe(names);
});

test.each([
  ["22.1", "set_hostname", "instance"],
  ["22.2.2", "set_hostname", "always"],
  ["22.3", "set_hostname", "instance"],
  ["20.2", "chef", "instance"],
  ["20.3", "chef", "always"],
])("%s runs %s: %s", (version, name, frequency) => {
  expect(listModules(releaseOfVersion(version)).filter((each) => each.name === name)).toMatchObject([{ frequency }]);
});

const CONFIG = "/etc/cloud/cloud.cfg";

/** The list of a stage in Debian's configuration, whose values are plain words. */
function readNames(key: string): string[] {
  const [, list = ""] = new RegExp(`^${key}:\n((?: *- .*\n)+)`, "m").exec(readFileSync(CONFIG, "utf8")) ?? [];
  return list
    .trim()
    .split(/\s*- /)
    .filter(Boolean)
    .map((name) => name.replaceAll("-", "_"));
}

const requirement = {
  present: existsSync(CONFIG) && existsSync("/etc/debian_version"),
  remedy: "install cloud-init on Debian",
};

describeWith([requirement], "Debian's package", () => {
  test.each([
    ["network", "cloud_init_modules"],
    ["config", "cloud_config_modules"],
    ["final", "cloud_final_modules"],
  ])("runs the same modules in the stage %s", (stage, key) => {
    const release = `debian-${Number.parseInt(readFileSync("/etc/debian_version", "utf8"), 10)}`;
    const modules = listModules(findRelease(release)).filter((each) => each.stage === stage);
    expect(modules.map(({ name }) => name)).toEqual(readNames(key));
  });
});
