import { listPasswordLines, type PasswordLine } from "../../cloud-config/list-password-lines.js";
import { listUsers } from "../../cloud-config/list-users.js";
import { canBeHash, isHash, isTakenForHash } from "../../cloud-config/password-hash.js";
import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import { isPlaceholder } from "../../text/is-placeholder.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Check } from "../check.js";

/** Where a hash is treated as plain text, or the reverse (distros/__init__.py, config/cc_set_passwords.py). */
export const passwords: Check = {
  codes: ["password-hash", "password-text", "password-line"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.filter(isCloudConfig).flatMap((part) => checkUsers(part).concat(checkPassword(part), checkChpasswd(part))),
};

function checkUsers(part: Part): Finding[] {
  return listUsers(rootOf(part)).flatMap(({ path, user }) =>
    Object.entries(user).flatMap(([key, value]) => {
      const name = key.replaceAll("-", "_");
      const at = [...path, key];
      if (name === "passwd" || name === "hashed_passwd") return requireHash(part, at, value, `\`${key}\``);
      return name === "plain_text_passwd" ? requireText(part, at, value, "write it as `hashed_passwd`") : [];
    }),
  );
}

/** The password of the default user is handled as in `chpasswd.list`. */
function checkPassword(part: Part): Finding[] {
  const { password } = rootOf(part);
  const isKnown = typeof password === "string" && isTakenForHash(password);
  return isKnown ? [] : requireText(part, ["password"], password, LIST_HINT);
}

const LIST_HINT = "write it into `chpasswd.users` with `type: hash`, or as one that begins with `$6$`";

function checkChpasswd(part: Part): Finding[] {
  const { chpasswd } = rootOf(part);
  const users = isMapping(chpasswd) && Array.isArray(chpasswd["users"]) ? chpasswd["users"] : [];
  return [
    ...users.flatMap((user: unknown, index) => (isMapping(user) ? checkChpasswdUser(part, user, index) : [])),
    ...listPasswordLines(rootOf(part)).flatMap((line) => checkLine(part, line)),
  ];
}

function checkChpasswdUser(part: Part, { type = "hash", password }: Record<string, unknown>, index: number): Finding[] {
  const at = ["chpasswd", "users", index, "password"];
  if (type === "hash") return requireHash(part, at, password, "`password` without `type: text`");
  return type === "text" ? requireText(part, at, password, "write `type: hash`") : [];
}

function checkLine(part: Part, { text, path, line }: PasswordLine): Finding[] {
  const { locateInside } = readConfig(part);
  const colon = text.indexOf(":");
  if (isPlaceholder(text)) return [];
  if (colon === -1) return [finding("password-line", locationOf(part, locateInside(path, { line, column: 1 })))];
  const password = text.slice(colon + 1);
  if (!isHash(password) || isTakenForHash(password)) return [];
  const location = locationOf(part, locateInside(path, { line, column: colon + 2 }));
  return [finding("password-text", location, { hint: LIST_HINT })];
}

function requireHash(part: Part, path: NodePath, value: unknown, key: string): Finding[] {
  if (typeof value !== "string" || canBeHash(value) || isPlaceholder(value)) return [];
  return [finding("password-hash", locationOf(part, readConfig(part).locateValue(path)), { key })];
}

function requireText(part: Part, path: NodePath, value: unknown, hint: string): Finding[] {
  if (typeof value !== "string" || !isHash(value)) return [];
  return [finding("password-text", locationOf(part, readConfig(part).locateValue(path)), { hint })];
}
