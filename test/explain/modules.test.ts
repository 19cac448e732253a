/** What the modules of cloud-init do with odd values. What it does is read from cloudinit/config/cc_*.py. */
import { expect, test } from "vitest";
import { explainFiles } from "../support/explain-files.ts";

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
];

test.each(CASES)("%s: %j", async (module, config, lines) => {
  const { steps } = await explainFiles({ "a.cfg": `#cloud-config\n${config}` });
  const found = steps.filter(({ kind, name }) => kind === "module" && name === module);
  expect(
    found.map(({ text }) => text.replace(/; before cloud-init .*/, "")).concat(...found.map((each) => each.details)),
  ).toEqual(lines);
});
