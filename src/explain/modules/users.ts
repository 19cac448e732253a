/** The modules for users and their keys (cloudinit/config/cc_*.py). */
import { isMapping } from "../../yaml/is-mapping.js";
import { plainly, type Described, type ModuleRows } from "./described.js";
import { says } from "./host.js";
import { count, isOn, items, mappingOf, scalar, shown } from "./words.js";

type Config = Readonly<Record<string, unknown>>;

export const USER_MODULES: ModuleRows = {
  users_groups: { keys: ["users", "groups", "user"], describe: describeUsers },
  ssh: {
    keys: [
      "ssh_authorized_keys",
      "ssh_keys",
      "ssh_deletekeys",
      "ssh_genkeytypes",
      "disable_root",
      "disable_root_opts",
      "allow_public_ssh_keys",
      "ssh_publish_hostkeys",
    ],
    describe: ({ ssh_authorized_keys: keys, ssh_keys: own, disable_root: disabled }) => {
      const details: string[] = [];
      if (Array.isArray(keys)) details.push(`${count(keys.length, "authorized key")} for the image's default user`);
      if (isMapping(own)) details.push("host keys of its own");
      if (disabled !== undefined) details.push(`root ${isOn(disabled) ? "can't" : "can"} log in with a key`);
      return { text: "sets up SSH", details };
    },
  },
  ssh_import_id: {
    keys: ["ssh_import_id"],
    describe: ({ ssh_import_id: ids }) => ({ text: "imports SSH keys", details: items(ids).map(shown) }),
  },
  set_passwords: { keys: ["password", "chpasswd", "ssh_pwauth"], describe: describePasswords },
  ssh_authkey_fingerprints: {
    keys: ["no_ssh_fingerprints", "authkey_hash"],
    describe: (config) => (isOn(config["no_ssh_fingerprints"]) ? null : plainly("prints the fingerprints of SSH keys")),
  },
  keys_to_console: says(
    ["ssh", "ssh_fp_console_blacklist", "ssh_key_console_blacklist"],
    "prints SSH host keys to the console",
  ),
};

function describeUsers({ users, groups, user }: Config): Described | null {
  const listed = listUsers(users);
  const details = [...listed.map(describeUser), ...listGroups(groups).map((name) => `group ${name}`)];
  if (user !== undefined && user !== null) details.push(`the image's default user: ${nameOf(user)}`);
  if (users !== undefined && listed.length > 0 && !listed.some((each) => nameOf(each) === "default"))
    details.push("the image's default user is not made: `default` is not listed");
  const made = count(listed.length, "user");
  const text = listed.length === 0 ? "makes groups and users" : `makes ${made}`;
  return details.length === 0 ? null : { text, details };
}

function listUsers(users: unknown): unknown[] {
  if (typeof users === "string") return users.split(",").map((name) => name.trim());
  if (isMapping(users)) return Object.keys(users).map((name) => Object.assign({}, users[name], { name }));
  return Array.isArray(users) ? users : [];
}

function describeUser(user: unknown): string {
  const name = nameOf(user);
  if (name === "default") return "default: the image's default user";
  const { groups, sudo, system, ssh_authorized_keys: keys, snapuser } = mappingOf(user);
  const traits = [
    isOn(system) && "system user",
    snapuser !== undefined && "snap user",
    groups !== undefined && `groups ${listGroups(groups).join(", ")}`,
    sudo !== undefined && sudo !== false && sudo !== null && "sudo",
    Array.isArray(keys) && count(keys.length, "SSH key"),
  ].filter((each) => each !== false);
  return traits.length === 0 ? name : `${name}: ${traits.join("; ")}`;
}

function nameOf(user: unknown): string {
  return scalar(user) ?? scalar(mappingOf(user)["name"]) ?? scalar(mappingOf(user)["snapuser"]) ?? "?";
}

/** Text, a list of names or of mappings, or a mapping (distros/ug_util.py). */
function listGroups(groups: unknown): string[] {
  if (typeof groups === "string") return groups.split(",").map((name) => name.trim());
  if (isMapping(groups)) return Object.keys(groups);
  return Array.isArray(groups) ? groups.flatMap((each) => (isMapping(each) ? Object.keys(each) : [shown(each)])) : [];
}

/** Never shows a password. */
function describePasswords({ password, chpasswd, ssh_pwauth: login }: Config): Described | null {
  const { users, list } = mappingOf(chpasswd);
  const lines = typeof list === "string" ? list.split("\n") : items(list ?? []).map(shown);
  const names = [
    ...items(users ?? []).map((each) => nameOf(each)),
    ...lines.filter((line) => line.trim() !== "").map((line) => line.split(":")[0]!),
  ];
  const details = names.map((name) => `password of ${name}`);
  if (password !== undefined && password !== null) details.push("password of the image's default user");
  if (login !== undefined) details.push(`SSH ${isOn(login) ? "accepts" : "does not accept"} passwords`);
  return details.length === 0 ? null : { text: "sets passwords", details };
}
