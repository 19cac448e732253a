/** The nodes of a description → the variables of each. */
import { describeRefusal } from "../templates/describe-refusal.js";
import { fillInTemplate, readTemplate, type ParsedTemplate } from "../templates/fill-in-template.js";
import { listNames } from "../templates/list-names.js";
import { mergeValues, type Values } from "../templates/merge-values.js";
import { TemplateRefusal } from "../templates/template-refusal.js";
import { toValue } from "../templates/to-value.js";
import { positionIn } from "../templates/trace-position.js";
import { NamedList, type Value } from "../templates/values.js";
import type { NodePath } from "../yaml/node-path.js";
import type { FleetMember, Layer, ReadFleet } from "./description.js";
import { explainMissing } from "./explain-missing.js";
import { LazyDict } from "./lazy-dict.js";
import type { NodeFindings } from "./node-findings.js";

/** A node with its variables. */
export interface FilledMember {
  member: FleetMember;
  /** Its own variables, without the other nodes. */
  variables: ReadonlyMap<Value, Value>;
  /** The value of a name that its templates see. */
  find: (name: string) => Value | undefined;
  /** All names, for suggestions. */
  list: () => string[];
}

/**
 * Fills in the values of all nodes. What is wrong with them is added to `findings`, and such a value is null.
 *
 * @param given - the values of the caller, which win
 */
export function fillInValues(fleet: ReadFleet, given: Values, findings: NodeFindings): FilledMember[] {
  const filler = new ValueFiller(fleet, findings);
  const dicts = fleet.members.map(() => new LazyDict());
  const nodes = nameNodes(fleet.members, dicts);
  const byRole = new Map<Value, Value>(fleet.roles.map((role) => [role, []]));
  fleet.members.forEach(({ role }, index) => (byRole.get(role.name) as Value[]).push(dicts[index]!));
  const filled = fleet.members.map((member, index): FilledMember => {
    const dict = dicts[index]!;
    const others = new Map<string, Value>(Object.entries({ node: dict, nodes, nodes_by_role: byRole }));
    const find = (name: string): Value | undefined => (others.has(name) ? others.get(name) : dict.get(name));
    const list = (): string[] => [...listNames(dict.listMade() as [string, Value][]), ...others.keys()];
    filler.defer(dict, { member, variables: dict, find, list }, given);
    return { member, variables: dict, find, list };
  });
  for (const dict of dicts) [...dict.keys()].forEach((key) => settle(dict, key));
  return filled;
}

/** A list, because templates walk over it, whose items have the names of the nodes. */
function nameNodes(members: readonly FleetMember[], dicts: readonly LazyDict[]): NamedList {
  const nodes = new NamedList();
  for (const dict of dicts) nodes.push(dict);
  nodes.byName = new Map(members.map(({ name }, index) => [name, dicts[index]!]));
  return nodes;
}

/** A value that can't be made was told already. */
function settle(dict: LazyDict, key: Value): void {
  try {
    dict.get(key);
  } catch (error) {
    if (!(error instanceof ToldRefusal)) throw error;
    dict.defer(String(key), () => null);
  }
}

/** Says that a value is not there because of something that is a finding already. */
class ToldRefusal extends TemplateRefusal {
  constructor(name: string) {
    super("failed", `\`${name}\` can't be filled in`);
  }
}

class ValueFiller {
  readonly #templates = new Map<string, ParsedTemplate | TemplateRefusal>();
  readonly #literals = new WeakMap<object, Value>();

  constructor(
    readonly fleet: ReadFleet,
    readonly findings: NodeFindings,
  ) {}

  /** Sets the variables of a node: its own win over those of its role and of the fleet. */
  defer(dict: LazyDict, node: FilledMember, given: Values): void {
    const { name, index, role, own } = node.member;
    dict.set("name", name).set("index", BigInt(index)).set("role", role.name);
    const layers: Layer[] = [...role.values, own, { values: given, path: null }];
    const values = layers.reduce<Values>((merged, layer) => mergeValues(merged, layer.values), {});
    for (const [key, value] of Object.entries(values)) {
      const literal = this.#findLiteral(value);
      if (literal !== undefined) {
        dict.set(key, literal);
        continue;
      }
      const layer = layers.findLast((each) => Object.hasOwn(each.values, key))!;
      dict.defer(key, () => this.#fillIn(value, { key, path: layer.path && [...layer.path, key], node }));
    }
  }

  /** The value without templates; undefined for one with them. */
  #findLiteral(value: unknown): Value | undefined {
    if (hasTemplate(value)) return undefined;
    if (typeof value !== "object" || value === null) return toValue(value);
    const known = this.#literals.get(value) ?? toValue(value);
    this.#literals.set(value, known);
    return known;
  }

  #fillIn(value: unknown, place: ValuePlace): Value {
    if (typeof value === "string") return /\{[{%#]/.test(value) ? this.#fillInText(value, place) : value;
    const below = (key: string | number): ValuePlace => ({ ...place, path: place.path && [...place.path, key] });
    if (Array.isArray(value)) return value.map((item, index) => this.#fillIn(item, below(index)));
    if (typeof value !== "object" || value === null) return toValue(value);
    return new Map(Object.entries(value).map(([key, item]) => [key, this.#fillIn(item, below(key))]));
  }

  #fillInText(text: string, { key, path, node }: ValuePlace): Value {
    const template = this.#read(text);
    const { rendered, refusals } =
      template instanceof TemplateRefusal
        ? { rendered: null, refusals: [template] }
        : fillInTemplate(template, node.find, refuseFile);
    if (rendered !== null) return rendered.text;
    for (const refusal of refusals.filter((each) => !(each instanceof ToldRefusal))) {
      const at = path && this.fleet.locate(path, positionIn(text, refusal.at ?? 0));
      const found = describeRefusal(refusal, { path: path && this.fleet.path, ...at }, () => node.list());
      this.findings.add(explainMissing(found, node.member, this.fleet), node.member.name);
    }
    throw new ToldRefusal(key);
  }

  #read(text: string): ParsedTemplate | TemplateRefusal {
    const known = this.#templates.get(text) ?? readOrRefuse(text);
    this.#templates.set(text, known);
    return known;
  }
}

interface ValuePlace {
  key: string;
  /** Where the value stands in the description; null for one of the caller. */
  path: NodePath | null;
  node: FilledMember;
}

function refuseFile(name: string): never {
  throw new TemplateRefusal("failed", `a value can't include a file: include \`${name}\` in a template \`NAME.j2\``);
}

function readOrRefuse(text: string): ParsedTemplate | TemplateRefusal {
  try {
    return readTemplate(text);
  } catch (error) {
    if (error instanceof TemplateRefusal) return error;
    throw error;
  }
}

function hasTemplate(value: unknown): boolean {
  if (typeof value === "string") return /\{[{%#]/.test(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(hasTemplate);
}
