import type { Values } from "../templates/merge-values.js";
import { findNearest } from "../text/find-nearest.js";
import { isHostName } from "../text/is-host-name.js";
import { isMapping } from "../yaml/is-mapping.js";
import type { FleetMember, Role } from "./description.js";
import type { DescriptionProblems } from "./description-problems.js";
import { expandName, MOST_NODES } from "./expand-name.js";
import { RECORD_NAME } from "./record.js";
import { NODE_SETTINGS } from "./setting-kinds.js";

/** The nodes of a description, in order, each with its role; what is wrong with them is a finding. */
export function readMembers(
  root: Values,
  roles: ReadonlyMap<string, Role>,
  problems: DescriptionProblems,
): FleetMember[] {
  const { nodes } = root;
  if (!("nodes" in root)) problems.addMissing([], "nodes", 'nodes: { "web[1-3]": { role: web } }');
  if (!isMapping(nodes)) return [];
  const reader = new MemberReader(roles, problems);
  for (const [pattern, value] of Object.entries(nodes)) reader.read(pattern, value);
  return reader.members;
}

class MemberReader {
  readonly members: FleetMember[] = [];
  /** The patterns that made a name; host names have no case. */
  readonly #patterns = new Map<string, string>();
  #count = 0;

  constructor(
    readonly roles: ReadonlyMap<string, Role>,
    readonly problems: DescriptionProblems,
  ) {}

  read(pattern: string, value: unknown): void {
    const path = ["nodes", pattern];
    const names = this.#expand(pattern);
    if (!this.problems.checkMapping(value ?? {}, path, pattern)) return;
    const settings = (value ?? {}) as Values;
    const role = this.#readRole(settings, pattern);
    const sources = this.#readSources(settings, pattern);
    const own = Object.entries(settings).filter(([key]) => !Object.hasOwn(NODE_SETTINGS, key));
    const right = own.filter(([key]) => this.#checkVariable(key, pattern));
    if (role === null) return;
    const all = [...role.sources, ...sources];
    if (all.length === 0) this.problems.add("fleet-sources", path, { name: pattern });
    const layer = { values: Object.fromEntries(right), path };
    for (const [offset, name] of names.entries()) {
      this.members.push({ name, index: offset + 1, role, sources: all, own: layer });
    }
  }

  #expand(pattern: string): readonly string[] {
    const path = ["nodes", pattern];
    const expanded = expandName(pattern);
    if ("problem" in expanded) {
      this.problems.add("fleet-name", path, { name: pattern, reason: expanded.problem });
      return [];
    }
    const before = this.#count;
    this.#count += expanded.count;
    if (this.#count > MOST_NODES) {
      if (before <= MOST_NODES) this.problems.add("fleet-too-large", path, { count: this.#count, most: MOST_NODES });
      return [];
    }
    const wrong = expanded.names.find((name) => !isHostName(name) || name.toLowerCase() === RECORD_NAME);
    if (wrong !== undefined) {
      const reason = isHostName(wrong) ? "a file of the fleet has this name" : "it is no host name";
      this.problems.add("fleet-name", path, { name: wrong, reason });
      return [];
    }
    return expanded.names.filter((name) => this.#claim(name, pattern));
  }

  /** Whether the name is free; if not, a finding says so, once for each pattern. */
  #claim(name: string, pattern: string): boolean {
    const key = name.toLowerCase();
    const other = this.#patterns.get(key);
    if (other === undefined) {
      this.#patterns.set(key, pattern);
      return true;
    }
    const { line, column } = this.problems.locate(["nodes", pattern]) ?? {};
    const isKnown = this.problems.findings.some(
      (found) => found.code === "fleet-name-repeated" && found.line === line && found.column === column && line,
    );
    if (!isKnown) this.problems.add("fleet-name-repeated", ["nodes", pattern], { name, other });
    return false;
  }

  #readRole(settings: Values, pattern: string): Role | null {
    const path = ["nodes", pattern];
    const { role } = settings;
    const known = [...this.roles.keys()];
    if (role === undefined) {
      this.problems.addMissing(path, "role", `role: ${known[0] ?? "web"}`);
      return null;
    }
    if (!this.problems.checkSetting("role", role, [...path, "role"], NODE_SETTINGS["role"]!)) return null;
    const found = this.roles.get(role as string);
    if (found) return found;
    const nearest = findNearest(role as string, known);
    this.problems.add("fleet-role", [...path, "role"], { role: role as string, nearest, known });
    return null;
  }

  #readSources(settings: Values, pattern: string): readonly string[] {
    const { sources = [] } = settings;
    const path = ["nodes", pattern, "sources"];
    const isRight = this.problems.checkSetting("sources", sources, path, NODE_SETTINGS["sources"]!);
    return isRight ? (sources as string[]) : [];
  }

  #checkVariable(name: string, pattern: string): boolean {
    const path = ["nodes", pattern, name];
    if (name !== "values") return this.problems.checkVariable(name, path);
    const advice = "write the variables of a node beside its role";
    this.problems.add("fleet-variable", path, { name, reason: "each other key of a node is one", advice });
    return false;
  }
}
