/** The text of a description → its roles and nodes, or everything that is wrong with it. */
import { readConfig, type Config } from "../cloud-config/read-config.js";
import { describeValue } from "../cloud-config/describe-value.js";
import { VALUES_SCHEMA } from "../cloud-config/values-schema.js";
import { finding } from "../findings/finding.js";
import type { Finding } from "../model.js";
import type { Values } from "../templates/merge-values.js";
import type { LinePosition } from "../text/text-position.js";
import { isMapping } from "../yaml/is-mapping.js";
import type { NodePath } from "../yaml/node-path.js";
import type { Layer, ReadFleet, Role } from "./description.js";
import { DescriptionProblems } from "./description-problems.js";
import { readMembers } from "./read-members.js";
import { readOptions } from "./read-options.js";
import { FLEET_SETTINGS, ROLE_SETTINGS } from "./setting-kinds.js";

/** A description, and where it comes from. */
export interface DescriptionSource {
  path: string;
  folder: string;
  content: Uint8Array;
  /** Whether `content` was made of an object: it has no lines that a person knows. */
  isObject: boolean;
}

/** Reads a description. Values are not filled in yet. */
export function readDescription({ path, folder, content, isObject }: DescriptionSource): ReadFleet {
  const config = readConfig({ content });
  const locate = (at: NodePath, inside?: LinePosition): LinePosition | null => {
    if (isObject) return null;
    return inside === undefined ? config.locate(at) : config.locateInside(at, inside);
  };
  const problems = new DescriptionProblems(path, locate);
  const read = { path, folder, content: isObject ? null : content, locate };
  const root = readRoot(config, path, problems.findings);
  if (root === null) return { ...read, members: [], roles: [], findings: problems.findings };
  const shared = problems.checkSettings(root, [], FLEET_SETTINGS);
  const roles = readRoles(root, shared, { folder, problems });
  checkWrittenNames(root["nodes"], config, problems);
  const members = readMembers(root, roles, problems);
  return { ...read, members, roles: [...roles.keys()], findings: problems.findings };
}

function readRoot(config: Config, path: string, findings: Finding[]): Values | null {
  if (config.problem) {
    const { line, column, reason, fix } = config.problem;
    findings.push(finding("fleet-syntax", { path, line, column }, { reason, fix }));
    return null;
  }
  for (const { key, firstLine, location } of config.repeatedKeys) {
    findings.push(finding("fleet-key-repeated", { path, ...location }, { key, line: firstLine }));
  }
  const root = config.documents.length > 1 ? undefined : (config.readAs(VALUES_SCHEMA) ?? null);
  if (isMapping(root)) return root;
  const found = root === undefined ? "several documents" : describeValue(root);
  const location = { path, ...config.locate([]) };
  findings.push(finding("fleet-value", location, { key: null, expected: "a mapping", found }));
  return null;
}

/** A name such as `02` or `yes` is a number or a boolean for YAML, and comes back as another name. */
function checkWrittenNames(nodes: unknown, { text, locate }: Config, problems: DescriptionProblems): void {
  const names = isMapping(nodes)
    ? Object.keys(nodes).filter((name) => /^(?:true|false|null|[-+.\de]+)$/.test(name))
    : [];
  const lines = names.length === 0 ? [] : text.split(/\r\n|\r|\n/);
  for (const name of names) {
    const { line, column } = locate(["nodes", name]);
    const [written] = /^[^\s:,'"]*/.exec(lines[line - 1]!.slice(column - 1))!;
    if (written === "" || written === name) continue;
    problems.add("fleet-name", ["nodes", name], { name: written, reason: `YAML reads \`${name}\`: put it in quotes` });
  }
}

interface RoleContext {
  folder: string;
  problems: DescriptionProblems;
}

function readRoles(root: Values, shared: Values, { folder, problems }: RoleContext): Map<string, Role> {
  const roles = new Map<string, Role>();
  const own = shared["roles"];
  if (!("roles" in root)) problems.addMissing([], "roles", "roles: { web: { sources: [web.cfg] } }");
  if (!isMapping(own)) return roles;
  const outer = layerOf(shared["values"], ["values"], problems);
  for (const [name, value] of Object.entries(own)) {
    const path = ["roles", name];
    const settings = problems.checkMapping(value ?? {}, path, name)
      ? problems.checkSettings((value ?? {}) as Values, path, ROLE_SETTINGS)
      : {};
    const values = [outer, layerOf(settings["values"], [...path, "values"], problems)];
    const options = readOptions(
      [
        { settings: shared, path: [] },
        { settings, path },
      ],
      { folder, problems },
    );
    roles.set(name, { name, options, sources: [...listOf(shared["sources"]), ...listOf(settings["sources"])], values });
  }
  return roles;
}

function layerOf(values: unknown, path: NodePath, problems: DescriptionProblems): Layer {
  const own = isMapping(values) ? values : {};
  for (const name of Object.keys(own)) problems.checkVariable(name, [...path, name]);
  return { values: own, path };
}

function listOf(sources: unknown): string[] {
  return Array.isArray(sources) ? (sources as string[]) : [];
}
