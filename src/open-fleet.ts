/** A description of a fleet → its nodes with their sources and variables. */
import { dirname, isAbsolute, join } from "node:path";
import { KubebootError } from "./errors.js";
import { hasErrors } from "./findings/finding.js";
import type { FleetDescription, FleetMember, ReadFleet, Role } from "./fleet/description.js";
import { OWN_NAMES } from "./fleet/description-problems.js";
import { explainMissing } from "./fleet/explain-missing.js";
import { fillInValues, type FilledMember } from "./fleet/fill-in-values.js";
import { NodeFindings } from "./fleet/node-findings.js";
import { readDescription } from "./fleet/read-description.js";
import { selectMembers } from "./fleet/select-members.js";
import { LIMITS, SharedSources } from "./sources/shared-sources.js";
import type { Finding, Source } from "./model.js";
import { resolveOptions, type ResolvedOptions } from "./resolve-options.js";
import { SourceFiller } from "./sources/fill-in-sources.js";
import { loadInput } from "./sources/load-input.js";
import { loadValues } from "./sources/load-values.js";
import type { ReadSources } from "./sources/read-sources.js";
import type { ValuesInput } from "./templates/merge-values.js";

/** Options for reading a fleet. */
export interface OpenFleetOptions {
  /** Values that win over those of the description, as in {@link SourceOptions}. Default: none. */
  values?: ValuesInput;
  /** The names of nodes, or `role=NAME`: only these nodes are made. Default: all nodes. */
  only?: string | readonly string[];
  /** The folder at which the paths of a description in memory start. Default: the working directory. */
  folder?: string;
  /**
   * Bytes: the most that is read of one source, and of the description. Default: 67108864 (64 MiB).
   */
  maxBytes?: number;
}

/** A fleet whose nodes can be made. */
export interface OpenedFleet {
  read: ReadFleet;
  /** Those that `only` selects. */
  nodes: readonly FilledMember[];
  /** The sources of a node, filled in: the same object as for the node of its role before, if they are the same. */
  readNode: (node: FilledMember) => Promise<ReadSources>;
  optionsOf: (member: FleetMember) => ResolvedOptions;
  /** Collects what is found about nodes. */
  findings: NodeFindings;
  /** All findings; where nodes are left out because of an error, not those about nodes that are not there. */
  listFindings: () => Finding[];
  /** The sources of all nodes that were made, as they are. */
  listSources: () => Source[];
}

/**
 * Reads the description, and fills in the values of its nodes.
 *
 * @param description - the path of a file, or its content as an object
 * @throws {KubebootError} `usage` for a node or role in `only` that is not there; `unreadable` for a description or
 *   values that can't be read
 */
export async function openFleet(
  description: string | FleetDescription,
  options: OpenFleetOptions,
): Promise<OpenedFleet> {
  const { maxBytes } = resolveOptions({ maxBytes: options.maxBytes });
  const read = readDescription(await loadDescription(description, options.folder ?? ".", maxBytes));
  const given = await loadValues(options.values ?? [], { pipes: false });
  const wrong = [...given.unreadable, ...given.findings];
  if (wrong.length > 0) {
    const code = given.unreadable.length > 0 ? "unreadable" : "invalid";
    throw new KubebootError(code, "the values can't be read", wrong);
  }
  const reserved = Object.keys(given.values).filter((name) => OWN_NAMES.has(name));
  if (reserved.length > 0) {
    const names = reserved.map((name) => `\`${name}\``).join(", ");
    throw new KubebootError("usage", `${names} can't be set: each node has its own`);
  }
  const findings = new NodeFindings();
  for (const found of [...read.findings, ...given.warnings]) findings.add(found, null);
  const filled = fillInValues(read, given.values, findings);
  const selected = selectMembers(read, options.only === undefined ? null : [options.only].flat());
  const nodes = selected === null ? filled : filled.filter(({ member }) => selected.has(member));
  const shared = new SharedSources((source) => resolveSource(read.folder, source), maxBytes);
  const filler = new SourceFiller(read.folder);
  const last = new Map<Role, ReadSources>();
  const readNode = async (node: FilledMember): Promise<ReadSources> => {
    const { role, sources: listed } = node.member;
    const loaded = await shared.load(listed, [role.options.exclude ?? []].flat());
    const { sources, failed, filling } = filler.fillIn(loaded.sources, node);
    const known = last.get(role);
    // Lists that differ only in what can't be read have the same sources, but not the same findings.
    const isSameList = known?.findings === loaded.findings;
    if (isSameList && filling.length === 0 && areSame(known.sources, sources)) return known;
    const explained = filling.map((found) => explainMissing(found, node.member, read));
    const result = { sources, failed, filling: explained, findings: loaded.findings };
    last.set(role, result);
    return result;
  };
  const roles = new Set(read.members.map(({ role }) => role));
  const resolved = new Map([...roles].map((role) => [role, resolveOptions(role.options, "fleet")]));
  const optionsOf = ({ role }: FleetMember): ResolvedOptions => resolved.get(role)!;
  const listFindings = (): Finding[] => {
    const found = findings.list();
    return hasErrors(read.findings) ? found.filter(({ code }) => code !== "fleet-node-missing") : found;
  };
  return { read, nodes, readNode, optionsOf, findings, listFindings, listSources: () => shared.list() };
}

function areSame(one: readonly Source[], other: readonly Source[]): boolean {
  return one.length === other.length && one.every((source, index) => source === other[index]);
}

async function loadDescription(description: string | FleetDescription, folder: string, maxBytes: number) {
  if (typeof description !== "string") {
    const content = new TextEncoder().encode(JSON.stringify(description));
    return { path: "(fleet)", folder, content, isObject: true };
  }
  const { content } = await loadInput(description, { ...LIMITS, maxBytes, stdin: null, name: "the description" });
  return { path: description, folder: dirname(description), content, isObject: false };
}

function resolveSource(folder: string, source: string): string {
  return source === "" || isAbsolute(source) || /^https?:/i.test(source) ? source : join(folder, source);
}
