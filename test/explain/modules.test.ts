/** What the modules of cloud-init do with odd values. What it does is read from cloudinit/config/cc_*.py. */
import { expect, test } from "vitest";
import { explainFiles } from "../support/explain-files.ts";

const DEFAULT_PASSWORD = "password of the image's default user";

/** A module, the cloud-config, and its lines; none if it does nothing. */
const CASES: [module: string, config: string, lines: string[]][] = [
  ["set_hostname", "hostname: web1.example.com\n", ["sets the host name to web1"]],
  ["set_hostname", "hostname: .web1\n", ["sets the host name to .web1"]],
  [
    "set_hostname",
    "hostname: web1.example.com\nprefer_fqdn_over_hostname: true\n",
    ["sets the host name to web1.example.com"],
  ],
  ["set_hostname", "hostname: a.b\nfqdn: web1.example.com\n", ["sets the host name to a.b"]],
  ["growpart", "growpart: {mode: auto}\n", ["grows partitions to the size of their disks"]],
  ["growpart", 'growpart: {mode: "off"}\n', []],
  ["growpart", "growpart: {mode: false}\n", []],
  ["growpart", "growpart: {devices: []}\n", []],
  ["resizefs", 'resize_rootfs: "off"\n', []],
  ["resizefs", "resize_rootfs: noblock\n", ["grows the root file system"]],
  ["mounts", "swap: {size: 0}\n", []],
  ["mounts", "swap: {filename: /swap}\n", []],
  ["mounts", "swap: {size: 1G}\n", ["mounts 1 file system", "a swap file"]],
  ["mounts", "mounts: [[sdc, null], [sdd, /data]]\n", ["mounts 1 file system", "sdd on /data"]],
  ["mounts", "mounts: [[sdc, /a], [sdc, null], [sdd, /data], [sdc]]\n", ["mounts 1 file system", "sdd on /data"]],
  ["ca_certs", "ca_certs: {remove_defaults: true}\n", ["removes the CA certificates of the image"]],
  [
    "ca_certs",
    "ca_certs: {remove-defaults: true, trusted: [a, b]}\n",
    ["removes the CA certificates of the image, trusts 2 CA certificates"],
  ],
  ["ca_certs", "ca_certs: {remove_defaults: false}\n", ["updates the CA certificates"]],
  ["install_hotplug", "updates: {network: {when: [boot]}}\n", []],
  [
    "install_hotplug",
    "updates: {network: {when: [boot, hotplug]}}\n",
    ["configures the network again when a device appears"],
  ],
  ["set_passwords", "ssh_pwauth: unchanged\n", []],
  ["set_passwords", "ssh_pwauth: maybe\n", []],
  ["set_passwords", "ssh_pwauth: no\n", ["sets passwords", "SSH does not accept passwords"]],
  [
    "set_passwords",
    "password: a\nchpasswd: {users: [{name: bob, password: b}]}\n",
    ["sets passwords", "password of bob"],
  ],
  ["set_passwords", "password: a\nchpasswd: {list: []}\n", ["sets passwords", DEFAULT_PASSWORD]],
  ["set_passwords", "password: a\nusers: [bob]\n", []],
  ["set_passwords", "password: a\nusers: [bob]\nuser: amy\n", ["sets passwords", DEFAULT_PASSWORD]],
  ["ssh", "ssh_authorized_keys: [a]\n", ["sets up SSH", "1 authorized key for the image's default user"]],
  [
    "ssh",
    "ssh_authorized_keys: [a]\nusers: [bob]\n",
    ["sets up SSH", "1 authorized key for nobody: there is no default user"],
  ],
  [
    "ssh",
    "ssh_authorized_keys: [a]\nusers: []\ndisable_root: false\n",
    ["sets up SSH", "1 authorized key for root alone: there is no default user", "root can log in with a key"],
  ],
  ["users_groups", "users: []\n", ["makes no users", "the image's default user is not made: `default` is not listed"]],
  ["users_groups", "users: [bob]\nuser: amy\n", ["makes 1 user", "bob", "the image's default user: amy"]],
  [
    "users_groups",
    "users: ['amy, bob', default]\n",
    ["makes 3 users", "amy", "bob", "default: the image's default user"],
  ],
  [
    "users_groups",
    "users: [[amy, bob], default]\n",
    ["makes 3 users", "amy", "bob", "default: the image's default user"],
  ],
  [
    "users_groups",
    "users: {amy: true, bob: false, default: yes}\n",
    ["makes 2 users", "amy", "default: the image's default user"],
  ],
  [
    "users_groups",
    "users: [{sudo: ALL}, {name: bob, system: true}]\n",
    ["makes 2 users", "default: the image's default user; sudo", "bob: system user"],
  ],
  [
    "users_groups",
    "users: [default, default, bob, bob]\n",
    ["makes 2 users", "default: the image's default user", "bob"],
  ],
  ["ssh_import_id", "users: [{name: bob, ssh_import_id: [gh:bob]}]\n", ["imports SSH keys", "gh:bob for bob"]],
  ["ssh_import_id", "ssh_import_id: [gh:a]\n", ["imports SSH keys", "gh:a for the image's default user"]],
  ["ssh_import_id", "ssh_import_id: [gh:a]\nusers: [bob]\n", []],
  ["keys_to_console", "ssh: {emit_keys_to_console: false}\n", []],
  ["keys_to_console", "ssh_fp_console_blacklist: [a]\n", ["prints SSH host keys to the console"]],
  ["runcmd", "runcmd: [a, 5]\n", ["fails and runs nothing: command 2 is neither text nor a list"]],
  ["bootcmd", "bootcmd: [{a: b}]\n", ["fails and runs nothing: command 1 is neither text nor a list"]],
  ["write_files", "write_files: [{content: a}]\n", []],
  [
    "write_files",
    "write_files: [{path: /a/../b/, content: b, permissions: rw}, {path: c, content: c, permissions: 420.5}]\n",
    ["writes 2 files", "/b  0644  root:root", "/c  0644  root:root"],
  ],
  [
    "write_files",
    "write_files: [{path: /a, content: a}, {path: /b, content: 5}, {path: /c, content: c}]\n",
    ["writes 1 file, then fails: the content of /b is not text", "/a  0644  root:root"],
  ],
  ["package_update_upgrade_install", "package_reboot_if_required: true\n", []],
  [
    "package_update_upgrade_install",
    "package_reboot_if_required: true\npackages: [a]\n",
    ["installs 1 package, reboots at once if the packages ask for it", "a"],
  ],
  [
    "package_update_upgrade_install",
    "package_reboot_if_required: true\napt_update: true\n",
    ["updates the list of packages"],
  ],
  ["power_state_change", "power_state: {mode: reboot, condition: 5}\n", []],
  ["power_state_change", "power_state: {mode: reboot, timeout: soon}\n", []],
  ["power_state_change", "power_state: {mode: halt, delay: 5}\n", ["halts the machine with the delay 5"]],
];

test.each(CASES)("%s: %j", async (module, config, lines) => {
  const { steps } = await explainFiles({ "a.cfg": `#cloud-config\n${config}` });
  const found = steps.filter(({ kind, name }) => kind === "module" && name === module);
  expect(
    found.map(({ text }) => text.replace(/; before cloud-init .*/, "")).concat(...found.map((each) => each.details)),
  ).toEqual(lines);
});
