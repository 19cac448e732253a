import { listUsers } from "../../cloud-config/list-users.js";
import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Check } from "../check.js";

/** distros/__init__.py, write_sudo_rules, raises a TypeError, although the schema allows any boolean. */
export const userSudo: Check = {
  codes: ["user-sudo"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.filter(isCloudConfig).flatMap((part) =>
      listUsers(rootOf(part))
        .filter(({ user }) => user["sudo"] === true)
        .map(({ path }) => finding("user-sudo", locationOf(part, readConfig(part).locate([...path, "sudo"])))),
    ),
};
