/**
 * What the table of module schemas rejects, the real validator rejects too: replaces every node of a valid document.
 */
import { describe, expect, test } from "vitest";
import { findTypeErrors } from "../../src/cloud-config/find-type-errors.ts";
import { MODULE_SCHEMAS } from "../../src/cloud-config/module-schemas.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";

/** Key → a value that has every form in the table, and that cloud-init accepts. */
const VALUES: Record<string, unknown> = {
  users: [
    "default",
    {
      name: "ann",
      create_groups: true,
      expiredate: "2030-01-01",
      gecos: "Ann",
      groups: ["a"],
      hashed_passwd: "x",
      homedir: "/home/ann",
      inactive: "5",
      lock_passwd: true,
      no_create_home: true,
      no_log_init: true,
      no_user_group: true,
      passwd: "x",
      plain_text_passwd: "x",
      primary_group: "a",
      selinux_user: "u",
      shell: "/bin/sh",
      ssh_authorized_keys: ["x"],
      ssh_import_id: ["x"],
      sudo: "ALL",
      system: true,
      uid: 1001,
    },
  ],
  user: { name: "ann" },
  groups: ["a", { b: ["ann"] }],
  write_files: [
    { path: "/a", content: "b", owner: "root", permissions: "0644", encoding: "b64", append: true, defer: true },
  ],
  runcmd: ["ls", ["ls", "-l"], null],
  bootcmd: ["ls", ["ls", "-l"]],
  packages: ["curl", ["jq", "1.6"]],
  package_update: true,
  package_upgrade: true,
  package_reboot_if_required: true,
  ssh_authorized_keys: ["x"],
  ssh_keys: { rsa_private: "x" },
  ssh_deletekeys: true,
  ssh_genkeytypes: ["rsa"],
  ssh_import_id: ["x"],
  ssh_pwauth: true,
  ssh_quiet_keygen: true,
  disable_root: true,
  disable_root_opts: "x",
  ntp: {
    pools: ["a.example.com"],
    servers: ["b.example.com"],
    ntp_client: "auto",
    enabled: true,
    config: { confpath: "/a", check_exe: "b", packages: ["c"], service_name: "d", template: "e" },
  },
  mounts: [["vdb", "/mnt"]],
  mount_default_fields: [null, null, "auto", "defaults", "0", "2"],
  swap: { filename: "/swap", size: "auto", maxsize: 1024 },
  device_aliases: { a: "/dev/sdb" },
  disk_setup: { a: { table_type: "gpt", layout: [50, [50, 82]], overwrite: true } },
  fs_setup: [
    {
      label: "a",
      filesystem: "ext4",
      device: "a",
      partition: "auto",
      overwrite: true,
      replace_fs: "ext3",
      extra_opts: ["a"],
      cmd: ["b"],
    },
  ],
  growpart: { mode: "auto", devices: ["/"], ignore_growroot_disabled: true },
  apt: {
    preserve_sources_list: true,
    disable_suites: ["backports"],
    primary: [{ arches: ["default"], uri: "http://example.com", search: ["http://example.com"], search_dns: true }],
    security: [{ arches: ["default"], keyid: "a", key: "b", keyserver: "c" }],
    add_apt_repo_match: "a",
    debconf_selections: { a: "b" },
    sources_list: "a",
    conf: "a",
    proxy: "a",
    http_proxy: "a",
    https_proxy: "a",
    ftp_proxy: "a",
    sources: { a: { source: "a", keyid: "b", key: "c", keyserver: "d", filename: "e" } },
  },
  yum_repo_dir: "/etc/yum.repos.d",
  yum_repos: { a: { baseurl: "https://example.com" } },
  chpasswd: { expire: true, list: ["a:b"] },
  password: "x",
  hostname: "a",
  fqdn: "a.example.com",
  preserve_hostname: true,
  prefer_fqdn_over_hostname: true,
  timezone: "UTC",
  locale: "C",
  locale_configfile: "/a",
  power_state: { delay: 1, mode: "reboot", message: "a", timeout: 1, condition: true },
  ca_certs: { remove_defaults: true, trusted: ["x"] },
  "ca-certs": { "remove-defaults": true, trusted: ["x"] },
  snap: { assertions: ["a"], commands: ["a", ["b"]] },
  rsyslog: {
    config_dir: "a",
    config_filename: "b",
    configs: ["a", { filename: "b", content: "c" }],
    remotes: { a: "b" },
    service_reload_command: ["a"],
  },
  final_message: "a",
  keyboard: { layout: "us", model: "a", variant: "b", options: "c" },
};

const REPLACEMENTS = ["text", 7, true, null, [], ["text"], [7], {}, { a: "b" }];

/** The documents of one key: its value, and the value with each node replaced in each way. */
function mutate(value: unknown): unknown[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => mutate(item).map((each) => value.with(index, each)))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, item]) =>
          mutate(item).map((each) => Object.assign({}, value, { [key]: each })),
        )
      : [];
  return [...REPLACEMENTS, ...inner];
}

test("every value type of the table has a value", () => {
  expect(Object.keys(VALUES)).toEqual(Object.keys(MODULE_SCHEMAS));
});

describe("fit their schemas", () => {
  test.each(Object.entries(VALUES))("%s", (key, value) => {
    expect(findTypeErrors(value, MODULE_SCHEMAS[key]!)).toEqual([]);
  });
});

describeWith([cloudInitPackage], "the real validator", () => {
  const documents = Object.entries(VALUES).flatMap(([key, value]) =>
    [value, ...mutate(value)].map((each, index) => ({ key, value: each, isValid: index === 0 })),
  );

  test(`agrees on all that the schemas reject of ${documents.length} documents`, () => {
    const taken = runPython<boolean>(
      "validate_configs.py",
      documents.map(({ key, value }) => `#cloud-config\n${JSON.stringify({ [key]: value })}\n`),
      SYSTEM_PYTHON,
    );
    const wrong = documents.filter(({ key, value, isValid }, index) =>
      isValid ? !taken[index] : taken[index] && findTypeErrors(value, MODULE_SCHEMAS[key]!).length > 0,
    );
    expect(wrong.map(({ key, value }) => JSON.stringify({ [key]: value }))).toEqual([]);
  });
});
