/** What the real modules do with values that the schema refuses: an error only where they don't do what is meant. */
import { describe, expect, test } from "vitest";
import { lintSources } from "../../src/index.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";

/** The module, what works with a warning, and what the schema wants in its place. */
const TOLERATED: [module: string, config: string, wanted: string][] = [
  ["write_files", "write_files: [{path: /a, permissions: 0644}]", "write_files: [{path: /a, permissions: '0644'}]"],
  ["write_files", "write_files: [{path: /a, permissions: null}]", "write_files: [{path: /a}]"],
  ["write_files", "write_files: [{path: /a, append: 'yes'}]", "write_files: [{path: /a, append: true}]"],
  ["write_files", "write_files: [{path: /a, defer: 'no'}]", "write_files: [{path: /a, defer: false}]"],
  [
    "write_files",
    "write_files: [{path: /a, content: YQ==, encoding: B64}]",
    "write_files: [{path: /a, content: YQ==, encoding: b64}]",
  ],
  ["runcmd", "runcmd: [[sleep, 10]]", "runcmd: [[sleep, '10']]"],
  ["runcmd", "runcmd: [[sleep, 010]]", "runcmd: [[sleep, '8']]"],
  ["bootcmd", "bootcmd: [[sleep, 10], null]", "bootcmd: [[sleep, '10']]"],
  ["package_update_upgrade_install", "packages: git", "packages: [git]"],
  ["package_update_upgrade_install", "packages: [[git, 1.1]]", "packages: [[git, '1.1']]"],
  ["package_update_upgrade_install", "package_update: 'yes'", "package_update: true"],
  ["package_update_upgrade_install", "package_update: 1", "package_update: true"],
  [
    "users_groups",
    "users: [{name: ubuntu, ssh_authorized_keys: ssh-rsa A}]",
    "users: [{name: ubuntu, ssh_authorized_keys: [ssh-rsa A]}]",
  ],
  [
    "users_groups",
    "users: [{name: ubuntu, ssh-authorized-keys: ssh-rsa A}]",
    "users: [{name: ubuntu, ssh_authorized_keys: [ssh-rsa A]}]",
  ],
  ["users_groups", "users: [{name: ann, system: 'true'}]", "users: [{name: ann, system: true}]"],
  ["users_groups", "users: [{name: ann, gecos: null}]", "users: [{name: ann}]"],
  ["users_groups", "users: [{name: ann, hashed_passwd: 7}]", "users: [{name: ann, hashed_passwd: '7'}]"],
  ["users_groups", "users: [{gecos: x}]", "users: [{name: default, gecos: x}]"],
  ["set_passwords", "{users: [default], password: 123456}", "{users: [default], password: '123456'}"],
  ["set_passwords", "chpasswd: {expire: 'no', list: 'a:b'}", "chpasswd: {expire: no, list: 'a:b'}"],
  ["ssh_import_id", "{users: [default], ssh_import_id: 'gh:a'}", "{users: [default], ssh_import_id: ['gh:a']}"],
  ["ssh", "ssh_genkeytypes: rsa", "ssh_genkeytypes: [rsa]"],
  ["ssh", "disable_root: 'no'", "disable_root: false"],
  ["mounts", "swap: {filename: /a, size: 100MB}", "swap: {filename: /a, size: 100M}"],
  ["growpart", "growpart: {devices: /}", "growpart: {devices: [/]}"],
  ["resizefs", "resize_rootfs: 'no'", "resize_rootfs: false"],
  ["disable_ec2_metadata", "disable_ec2_metadata: 'yes'", "disable_ec2_metadata: true"],
  ["ntp", "ntp: {enabled: 'true', servers: [a]}", "ntp: {enabled: true, servers: [a]}"],
  ["ntp", "ntp: {servers: null, pools: [a]}", "ntp: {pools: [a]}"],
  ["ca_certs", "ca_certs: {trusted: a}", "ca_certs: {trusted: [a]}"],
  ["update_etc_hosts", "{hostname: a, manage_etc_hosts: 'yes'}", "{hostname: a, manage_etc_hosts: true}"],
  ["locale", "locale: 7", "locale: '7'"],
  ["seed_random", "random_seed: {file: /a, data: b, encoding: RAW}", "random_seed: {file: /a, data: b, encoding: raw}"],
  ["power_state_change", "power_state: {mode: reboot, timeout: '30'}", "power_state: {mode: reboot, timeout: 30}"],
  ["phone_home", "phone_home: {url: 'x://a', tries: '5'}", "phone_home: {url: 'x://a', tries: 5}"],
  ["apk_configure", "apk_repos: {alpine_repo: {version: 3.19}}", "apk_repos: {alpine_repo: {version: '3.19'}}"],
  [
    "yum_add_repo",
    "yum_repos: {a: {baseurl: 'http://a', name: 7}}",
    "yum_repos: {a: {baseurl: 'http://a', name: '7'}}",
  ],
  ["snap", "snap: {}", "{}"],
  ["snap", "snap:", "{}"],
  ["lxd", "lxd:", "{}"],
  ["keys_to_console", "ssh: {}", "{}"],
];

/** The module, what it does not do, and what the schema wants in its place. */
const REFUSED: [module: string, config: string, wanted: string][] = [
  ["write_files", "write_files: [{path: /a, content: 7}]", "write_files: [{path: /a, content: '7'}]"],
  ["write_files", "write_files: [{path: /a, owner: 7}]", "write_files: [{path: /a}]"],
  ["write_files", "write_files: [{content: a}]", "write_files: [{path: /a, content: a}]"],
  ["runcmd", "runcmd: echo a", "runcmd: [echo a]"],
  ["runcmd", "runcmd: [10]", "runcmd: ['10']"],
  ["runcmd", "runcmd: [{echo: a}]", "runcmd: ['echo: a']"],
  ["package_update_upgrade_install", "packages: [7]", "packages: ['7']"],
  ["package_update_upgrade_install", "packages: [[a, b, c]]", "packages: [a, b, c]"],
  ["package_update_upgrade_install", "package_update: yes please", "package_update: true"],
  ["users_groups", "users: [{name: ann, gecos: 7}]", "users: [{name: ann, gecos: '7'}]"],
  ["users_groups", "users: [{name: ann, inactive: 5}]", "users: [{name: ann, inactive: '5'}]"],
  ["users_groups", "users: [{name: ann, expiredate: 2030-01-01}]", "users: [{name: ann, expiredate: '2030-01-01'}]"],
  ["users_groups", "users: [{name: ann, groups: 100}]", "users: [{name: ann, groups: '100'}]"],
  ["users_groups", "users: [{name: ann, lock_passwd: 'false'}]", "users: [{name: ann, lock_passwd: false}]"],
  ["users_groups", "users: [7]", "users: ['7']"],
  ["users_groups", "groups: {a: null}", "groups: [a]"],
  ["set_passwords", "chpasswd: {users: [{name: a, password: 1, type: text}]}", "chpasswd: {list: 'a:1'}"],
  ["set_passwords", "chpasswd: {users: [{name: a, password: b, type: plain}]}", "chpasswd: {list: 'a:b'}"],
  ["ssh", "ssh_authorized_keys: ssh-rsa A", "ssh_authorized_keys: [ssh-rsa A]"],
  ["ssh", "ssh_keys: {rsa: a}", "ssh_keys: {rsa_private: a}"],
  ["set_hostname", "hostname: 17", "hostname: '17'"],
  ["timezone", "timezone: no", "timezone: 'UTC'"],
  ["mounts", "mounts: [/dev/null, /a]", "mounts: [[/dev/null, /a]]"],
  ["mounts", "swap: {filename: /a, size: 10X}", "swap: {filename: /a, size: 10G}"],
  ["growpart", "growpart: {mode: sometimes}", "growpart: {mode: auto}"],
  ["ntp", "ntp: {servers: abc}", "ntp: {servers: [abc]}"],
  ["ntp", "ntp: {config: {confpath: 7}}", "ntp: {}"],
  ["ca_certs", "ca_certs: {remove_defaults: 'no'}", "ca_certs: {remove_defaults: false}"],
  ["power_state_change", "power_state: {mode: REBOOT}", "power_state: {mode: reboot}"],
  ["power_state_change", "power_state: {delay: now}", "power_state: {mode: reboot, delay: now}"],
  ["power_state_change", "power_state: {mode: reboot, delay: soon}", "power_state: {mode: reboot, delay: now}"],
  ["snap", "snap: {commands: [[snap, 7]]}", "snap: {commands: [[snap, '7']]}"],
  ["snap", "snap: {commands: snap install a}", "snap: {commands: [snap install a]}"],
  ["yum_add_repo", "yum_repos: {a: {name: b}}", "yum_repos: {a: {name: b, baseurl: 'http://a'}}"],
  ["zypper_add_repo", "zypper: {repos: [{id: a}]}", "zypper: {repos: [{id: a, baseurl: 'http://a'}]}"],
  ["rsyslog", "rsyslog: {configs: [{filename: a}]}", "rsyslog: {configs: [{filename: a, content: b}]}"],
  ["rsyslog", "rsyslog: {config_dir: 7}", "rsyslog: {config_dir: '7'}"],
  ["fan", "fan: {config: [a]}", "fan: {config: a}"],
  ["phone_home", "phone_home: {tries: 5}", "phone_home: {url: 'x://a', tries: 5}"],
  ["seed_random", "random_seed: {file: /a, data: 7}", "random_seed: {file: /a, data: '7'}"],
];

const EVERY_CASE = [...TOLERATED, ...REFUSED];

interface Run {
  effects: string;
  logs: string[];
  error: string | null;
}

async function listSeverities(config: string): Promise<Set<string>> {
  const { findings } = await lintSources([{ name: "a.cfg", content: `#cloud-config\n${config}\n` }], { schema: "off" });
  const ours = findings.filter(({ code }) => code.startsWith("config-") && code !== "config-key-deprecated");
  return new Set(ours.map(({ severity }) => severity));
}

describe("what works is a warning", () => {
  test.each(TOLERATED)("%s: %s", async (_, config, wanted) => {
    expect(await listSeverities(config)).toEqual(new Set(["warning"]));
    expect(await listSeverities(wanted)).not.toContain("error");
  });
});

describe("what does not work is an error", () => {
  test.each(REFUSED)("%s: %s", async (_, config, wanted) => {
    expect(await listSeverities(config)).toContain("error");
    expect(await listSeverities(wanted)).not.toContain("error");
  });
});

describeWith([cloudInitPackage], "the real modules", () => {
  const inputs = EVERY_CASE.flatMap(([module, config, wanted]) => [
    [module, config],
    [module, wanted],
  ]);
  const answers = runPython<Run>("run_modules.py", inputs, SYSTEM_PYTHON);
  const runs = EVERY_CASE.map(([module, config], index) => {
    return { module, config, isTolerated: index < TOLERATED.length, pair: answers.slice(2 * index, 2 * index + 2) };
  });

  test.each(runs.filter((run) => run.isTolerated))("$module takes $config", ({ pair: [run, wanted] }) => {
    expect({ ...run, logs: [] }).toEqual({ ...wanted, logs: [] });
  });

  test.each(runs.filter((run) => !run.isTolerated))("$module does not take $config", ({ pair: [run, wanted] }) => {
    expect(run).not.toEqual(wanted);
  });
});
