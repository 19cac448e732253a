import { isMapping } from "../yaml/is-mapping.js";
import { textOf } from "../text/text-of.js";

/**
 * The names of the users that cloud-init creates from a cloud-config's `users` and `user`, in all forms that it
 * accepts (distros/ug_util.py, normalize_users_groups). Excludes the default user, whose name depends on the image.
 */
export function listMadeUsers(config: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const { users, user } = config;
  const names = [...listNames(users), ...(isMapping(user) ? [user["name"]] : splitNames(user))];
  return new Set(names.filter((name) => typeof name === "string" && name !== "" && name !== "default") as string[]);
}

function listNames(users: unknown): unknown[] {
  if (Array.isArray(users)) return users.flatMap((each) => (isMapping(each) ? [each["name"]] : splitNames(each)));
  if (!isMapping(users)) return splitNames(users);
  return Object.entries(users).flatMap(([name, value]) => (isMapping(value) || isTrue(value) ? [name] : []));
}

/** Text is a list of names, separated by commas. */
function splitNames(value: unknown): string[] {
  return [value]
    .flat()
    .filter((each) => typeof each === "string")
    .flatMap((each) => each.split(",").map((name) => name.trim()));
}

/** util.py, is_true */
export function isTrue(value: unknown): boolean {
  return value === true || /^(?:true|1|on|yes)$/i.test(textOf(value).trim());
}
