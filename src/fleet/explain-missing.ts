import { finding } from "../findings/finding.js";
import type { Finding } from "../model.js";
import { findNearest } from "../text/find-nearest.js";
import type { FleetMember, ReadFleet } from "./description.js";

const OF_ROLE = /^nodes_by_role(?:\.(?<role>[\w-]+)|\['(?<quoted>[^']+)'\])(?:\[-?\d+\])?$/;
const NODE = /^nodes(?:\.(?<name>[\w-]+)|\['(?<quoted>[^']+)'\]|\[-?\d+\])$/;

/** The finding, unless it is about a node that is not there: then another that says so. */
export function explainMissing(found: Finding, { role }: FleetMember, { members, roles }: ReadFleet): Finding {
  if (found.code !== "fill-undefined") return found;
  const { name } = found.args;
  const reason = OF_ROLE.test(name) ? describeRole(name, members, roles) : describeNode(name, members);
  if (reason === null) return found;
  const { path, part, line, column } = found;
  return finding("fleet-node-missing", { path, part, line, column }, { role: role.name, name, ...reason });
}

type Reason = { reason: string; near: string | null };

function describeRole(name: string, members: readonly FleetMember[], roles: readonly string[]): Reason {
  const { role, quoted } = OF_ROLE.exec(name)!.groups!;
  const wanted = role ?? quoted!;
  const count = members.filter((member) => member.role.name === wanted).length;
  if (count > 0) return { reason: `${count === 1 ? "one node has" : `${count} nodes have`} this role`, near: null };
  if (roles.includes(wanted)) return { reason: `no node has the role \`${wanted}\``, near: null };
  const nearest = findNearest(wanted, roles);
  return { reason: `there is no role \`${wanted}\``, near: nearest && name.replace(wanted, nearest) };
}

function describeNode(name: string, members: readonly FleetMember[]): Reason | null {
  const match = NODE.exec(name);
  if (match === null) return null;
  const wanted = match.groups!["name"] ?? match.groups!["quoted"];
  if (wanted === undefined) return { reason: `the fleet has ${members.length} nodes`, near: null };
  const nearest = findNearest(
    wanted,
    members.map((member) => member.name),
  );
  return {
    reason: "no node has this name",
    near: nearest && `nodes${/^[A-Za-z_]\w*$/.test(nearest) ? `.${nearest}` : `["${nearest}"]`}`,
  };
}
