import { KubebootError } from "../errors.js";
import { findNearest } from "../text/find-nearest.js";
import type { FleetMember, ReadFleet } from "./description.js";

/**
 * The nodes that a caller wants; null for all.
 *
 * @param wanted - names of nodes, and `role=NAME`
 * @throws {KubebootError} `usage` for what is not there, unless the description has errors
 */
export function selectMembers(
  { members, roles, findings }: ReadFleet,
  wanted: readonly string[] | null,
): ReadonlySet<FleetMember> | null {
  if (wanted === null) return null;
  const byName = new Map(members.map((member) => [member.name, member]));
  const problems: string[] = [];
  const selected = wanted.flatMap((each) => {
    const [, role] = /^role=(.*)$/.exec(each) ?? [];
    const named = byName.get(each);
    const found = role === undefined ? (named ? [named] : []) : members.filter((member) => member.role.name === role);
    if (found.length === 0) problems.push(describe(each, role, role === undefined ? [...byName.keys()] : roles));
    return found;
  });
  if (problems.length > 0 && findings.length === 0) throw new KubebootError("usage", problems.join("; "));
  return new Set(selected);
}

function describe(wanted: string, role: string | undefined, known: readonly string[]): string {
  const nearest = findNearest(role ?? wanted, known);
  const what = role === undefined ? `no node \`${wanted}\`` : `no node with the role \`${role}\``;
  return `the fleet has ${what}${nearest === null ? "" : `: did you mean \`${nearest}\`?`}`;
}
