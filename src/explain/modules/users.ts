/** The modules for users and their keys (cloudinit/config/cc_*.py). */
import { isTrue } from "../../cloud-config/list-made-users.js";
import { isMapping } from "../../yaml/is-mapping.js";
import { plainly, type Described, type ModuleRows } from "./described.js";
import { count, isOff, items, mappingOf, scalar, shown } from "./words.js";

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
    describe: describeSsh,
  },
  ssh_import_id: { keys: ["ssh_import_id", "users"], describe: describeImports },
  set_passwords: { keys: ["password", "chpasswd", "ssh_pwauth"], describe: describePasswords },
  ssh_authkey_fingerprints: {
    keys: ["no_ssh_fingerprints", "authkey_hash"],
    describe: (config) =>
      isTrue(config["no_ssh_fingerprints"]) ? null : plainly("prints the fingerprints of SSH keys"),
  },
  keys_to_console: {
    keys: ["ssh", "ssh_fp_console_blacklist", "ssh_key_console_blacklist"],
    describe: ({ ssh }) =>
      isOff(mappingOf(ssh)["emit_keys_to_console"]) ? null : plainly("prints SSH host keys to the console"),
  },
};

const DEFAULT = "default";

function describeUsers({ users, groups, user }: Config): Described | null {
  const listed = listUsers(users);
  const details = [...listed.map(describeUser), ...listGroups(groups).map((name) => `group ${name}`)];
  if (isGiven(user)) details.push(`the image's default user: ${nameOf(user)}`);
  if (!hasDefaultUser({ users, user })) details.push("the image's default user is not made: `default` is not listed");
  const made = count(listed.length, "user");
  const text =
    listed.length > 0
      ? `makes ${made}`
      : isGiven(users) && !isGiven(groups)
        ? "makes no users"
        : "makes groups and users";
  return details.length === 0 ? null : { text, details };
}

function describeSsh(config: Config): Described {
  const { ssh_authorized_keys: keys, ssh_keys: own, disable_root: disabled } = config;
  const details: string[] = [];
  if (Array.isArray(keys)) {
    const withoutDefault = `${isGiven(disabled) && !isTrue(disabled) ? "root alone" : "nobody"}: there is no default user`;
    const owner = hasDefaultUser(config) ? "the image's default user" : withoutDefault;
    details.push(`${count(keys.length, "authorized key")} for ${owner}`);
  }
  if (isMapping(own)) details.push("host keys of its own");
  if (isGiven(disabled)) details.push(`root ${isTrue(disabled) ? "can't" : "can"} log in with a key`);
  return { text: "sets up SSH", details };
}

/** The keys at the root are those of the default user. */
function describeImports(config: Config): Described | null {
  const forDefault = hasDefaultUser(config) ? items(config["ssh_import_id"] ?? []) : [];
  const details = [
    ...forDefault.map((id) => `${shown(id)} for the image's default user`),
    ...listUsers(config["users"]).flatMap((user) => {
      const name = nameOf(user);
      return name === DEFAULT
        ? []
        : items(mappingOf(user)["ssh_import_id"] ?? []).map((id) => `${shown(id)} for ${name}`);
    }),
  ];
  return details.length === 0 ? null : { text: "imports SSH keys", details };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The image's own `users` list it (distros/ug_util.py, normalize_users_groups); `user` adds it to every other list. */
function hasDefaultUser({ users, user }: Config): boolean {
  return !isGiven(users) || isGiven(user) || listUsers(users).some((each) => nameOf(each) === DEFAULT);
}

/** Text, a list, or a mapping; of two with one name it makes one (distros/ug_util.py, _normalize_users). */
function listUsers(users: unknown): unknown[] {
  const byName = new Map<string, unknown>();
  for (const user of isMapping(users) ? listMappedUsers(users) : items(users ?? []).flatMap(splitNames)) {
    const name = nameOf(user);
    byName.set(name, isMapping(user) ? { ...mappingOf(byName.get(name)), ...user } : (byName.get(name) ?? user));
  }
  return [...byName.values()];
}

function listMappedUsers(users: Config): unknown[] {
  return Object.entries(users).flatMap<unknown>(([name, user]) =>
    isMapping(user) ? [{ ...user, name }] : isTrue(user) ? [name] : [],
  );
}

/** Names may stand in one text, or in a list of their own. */
function splitNames(user: unknown): unknown[] {
  if (Array.isArray(user)) return user.map(shown);
  if (typeof user !== "string") return [user];
  return user.split(",").flatMap((name) => name.trim() || []);
}

function describeUser(user: unknown): string {
  const name = nameOf(user);
  const { groups, sudo, system, ssh_authorized_keys: keys, snapuser } = mappingOf(user);
  const traits = [
    name === DEFAULT && "the image's default user",
    isTrue(system) && "system user",
    snapuser !== undefined && "snap user",
    groups !== undefined && `groups ${listGroups(groups).join(", ")}`,
    sudo !== undefined && sudo !== false && sudo !== null && "sudo",
    Array.isArray(keys) && count(keys.length, "SSH key"),
  ].filter((each) => each !== false);
  return traits.length === 0 ? name : `${name}: ${traits.join("; ")}`;
}

function nameOf(user: unknown): string {
  return scalar(user) ?? scalar(mappingOf(user)["name"]) ?? DEFAULT;
}

/** Text, a list of names or of mappings, or a mapping (distros/ug_util.py). */
function listGroups(groups: unknown): string[] {
  if (typeof groups === "string") return groups.split(",").map((name) => name.trim());
  if (isMapping(groups)) return Object.keys(groups);
  return Array.isArray(groups) ? groups.flatMap((each) => (isMapping(each) ? Object.keys(each) : [shown(each)])) : [];
}

/** Never shows a password. That of the default user counts only without others. */
function describePasswords(config: Config): Described | null {
  const { password, chpasswd, ssh_pwauth: login } = config;
  const { users, list } = mappingOf(chpasswd);
  const lines = typeof list === "string" ? list.split("\n") : items(list ?? []).map(shown);
  const names = [
    ...items(users ?? []).map((each) => nameOf(each)),
    ...lines.filter((line) => line.trim() !== "").map((line) => line.split(":")[0]!),
  ];
  if (names.length === 0 && isGiven(password) && hasDefaultUser(config)) names.push("the image's default user");
  const details = names.map((name) => `password of ${name}`);
  if (isTrue(login) || isOff(login)) details.push(`SSH ${isTrue(login) ? "accepts" : "does not accept"} passwords`);
  return details.length === 0 ? null : { text: "sets passwords", details };
}
