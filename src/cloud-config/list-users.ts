/** A cloud-config → its users that are mappings, in all forms that cloud-init accepts (distros/ug_util.py). */
import { isMapping } from "../yaml/is-mapping.js";
import type { NodePath } from "../yaml/locate-nodes.js";

/** A user, and its path. */
export interface ListedUser {
  path: NodePath;
  user: Readonly<Record<string, unknown>>;
}

/** The users in `users`, a list or a mapping by name, and `user`. */
export function listUsers({ users, user }: Readonly<Record<string, unknown>>): ListedUser[] {
  const named = Array.isArray(users) ? [...users.entries()] : isMapping(users) ? Object.entries(users) : [];
  const listed: (readonly [NodePath, unknown])[] = [
    [["user"], user],
    ...named.map(([key, each]) => [["users", key], each] as const),
  ];
  return listed.flatMap(([path, each]) => (isMapping(each) ? [{ path, user: each }] : []));
}
