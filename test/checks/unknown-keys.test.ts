/** What the hint of an unknown key of cloud-config says. */
import { expect, test } from "vitest";
import { configTypes } from "../../src/checks/cloud-config/config-types.ts";
import { makePart } from "../support/make-part.ts";

test.each([
  ["run_cmd: []", "use `runcmd`"],
  ["write_files: [{path: /a, contents: b}]", "use `content`"],
  ["write_files: [{path: /a, chmod: '0755'}]", "use `permissions`"],
  ["write_files: [{file: /a, path: /b}]", "use `path`"],
  ["users: [{name: bob, home: /srv/bob}]", "use `homedir`"],
  ["users: [{name: bob, ssh_keys: []}]", "use `ssh_authorized_keys`"],
  ["users: [{name: bob, chpasswd: {expire: false}}]", "move `chpasswd` to the margin: it is no key of `users[0]`"],
  ["write_files: [{path: /a, runcmd: [ls]}]", "move `runcmd` to the margin: it is no key of `write_files[0]`"],
  ["permissions: '0644'", "indent `permissions` below an item of `write_files`"],
  ["lock_passwd: false", "indent `lock_passwd` below an item of `users`"],
  ["instance-id: web-1", "put `instance-id` into the meta-data of the instance"],
  ["write_files:\n- path: /a\n\u00a0\u00a0content: b", "replace the no-break spaces around the key with spaces"],
  ["\u00a0packages: [nginx]", "replace the no-break spaces around the key with spaces"],
  ["ntp:\n  enabled: true\n\u00a0 pools: [a.b]", "replace the no-break spaces around the key with spaces"],
  ["xylophone: 1", "check its name and its place, or delete it"],
  ["users: [{name: bob, xylophone: 1}]", "check its name and its place, or delete it"],
])("%j: %s", (content, hint) => {
  const found = configTypes.run(
    [makePart({ type: "text/cloud-config", content: `#cloud-config\n${content}\n` })],
    null,
  );
  expect(found.filter(({ code }) => code === "config-key-unknown").map((each) => each.hint)).toEqual([hint]);
});
