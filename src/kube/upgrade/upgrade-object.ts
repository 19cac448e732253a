/** A document's value → the same with every object of an old version in it as v1. */
import { finding } from "../../findings/finding.js";
import type { Finding } from "../../model.js";
import { findNearest } from "../../text/find-nearest.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { oldVersionOf } from "../find-old-objects.js";
import { inferKind } from "../infer-kind.js";
import { isObjectList } from "../list-objects.js";
import { FIRST_VERSION, isOldVersion, type OldVersion } from "../old-versions.js";
import type { Complain } from "../rules/complain.js";
import { checkV1 } from "./check-v1.js";
import { targetOf, type Draft, type Origin } from "./draft.js";
import type { OldKinds } from "./old-kinds.js";
import { applyShape, type Rule } from "./rules.js";
import { V1BETA1_KINDS } from "./v1beta1/kinds.js";
import { LIST_METADATA as V1BETA1_LIST } from "./v1beta1/metadata.js";
import { V1BETA3_KINDS } from "./v1beta3/kinds.js";
import { LIST_METADATA as V1BETA3_LIST, METADATA } from "./v1beta3/metadata.js";
import { textOf } from "../../text/text-of.js";
import { lookUp } from "../../text/look-up.js";

/** The tables of each version. */
const TABLES: Readonly<Record<OldVersion, { kinds: OldKinds; list: Readonly<Record<string, Rule>> }>> = {
  v1beta1: { kinds: V1BETA1_KINDS, list: V1BETA1_LIST },
  v1beta2: { kinds: V1BETA1_KINDS, list: V1BETA1_LIST },
  v1beta3: { kinds: V1BETA3_KINDS, list: V1BETA3_LIST },
};

/** The origin of the value. */
export interface UpgradeSource {
  source: string | null;
  locate: Draft["locate"];
}

/** The new value, and its findings. */
export interface UpgradedValue {
  value: unknown;
  origins: Origin[];
  findings: Finding[];
}

/** The list that an object is an item of, if it names version and kind for its items. */
interface ItemType {
  version: OldVersion;
  kind: string;
}

/** Null if the value contains nothing to upgrade. */
export function upgradeValue(value: unknown, source: UpgradeSource): UpgradedValue | null {
  const upgraded = upgradeAt(value, [], null, source);
  return upgraded.value === value && upgraded.findings.length === 0 ? null : upgraded;
}

function upgradeAt(value: unknown, path: NodePath, itemType: ItemType | null, source: UpgradeSource): UpgradedValue {
  const unchanged = { value, origins: [], findings: [] };
  if (!isMapping(value)) return unchanged;
  if (isObjectList(value) || isMinionList(value)) return upgradeList(value, path, source);
  const { apiVersion } = value;
  if (typeof apiVersion === "string" && isStrangeVersion(apiVersion, value)) {
    const location = { path: source.source, ...source.locate([...path, "apiVersion"]) };
    const written = inferKind(value) === null ? null : FIRST_VERSION;
    return { ...unchanged, findings: [finding("upgrade-version", location, { version: apiVersion, written })] };
  }
  const version = oldVersionOf(value) ?? (apiVersion === undefined ? (itemType?.version ?? null) : null);
  return version === null ? unchanged : upgradeObject(value, path, version, itemType?.kind ?? null, source);
}

/** Whether the object is of Kubernetes' first group, but neither v1 nor upgradable: v1beta1's fields are in no other. */
function isStrangeVersion(apiVersion: string, value: Record<string, unknown>): boolean {
  if (apiVersion.includes("/") || apiVersion === "v1beta1" || apiVersion === "v1beta2") return false;
  const isKnown = apiVersion === "v1" || isOldVersion(apiVersion);
  return apiVersion !== "" && (!isKnown || inferKind(value) !== null);
}

function upgradeObject(
  value: Record<string, unknown>,
  path: NodePath,
  version: OldVersion,
  listKind: string | null,
  { source, locate }: UpgradeSource,
): UpgradedValue {
  const { kinds } = TABLES[version];
  const kind = typeof value["kind"] === "string" ? value["kind"] : (listKind ?? inferKind(value));
  const known = kind !== null && Object.hasOwn(kinds, kind) ? kinds[kind]! : null;
  const draft: Draft = {
    version,
    object: { apiVersion: "v1", kind: known?.kind ?? kind },
    origins: [],
    findings: [],
    locate,
    source,
  };
  draft.origins.push({ to: [], from: path });
  const target = targetOf(draft);
  if (!known) {
    const nearest = kind === null ? null : findNearest(kind, Object.keys(kinds));
    target.report("upgrade-kind", [...path, "kind"], { version, kind, nearest });
    return { value, origins: [], findings: draft.findings };
  }
  applyShape(known.shape, { value, path }, target);
  const complain: Complain = (code, at, ...args) => target.report(code, findOrigin(draft.origins, at), ...args);
  checkV1(draft.object, version, complain);
  return { value: draft.object, origins: draft.origins, findings: draft.findings };
}

/** The origin of the node at `path`; nodes inside a value that was copied as a whole have the same path in it. */
function findOrigin(origins: readonly Origin[], path: NodePath): NodePath {
  const around = origins.filter(({ to }) => to.every((key, index) => key === path[index]));
  const { to, from } = around.toSorted((a, b) => b.to.length - a.to.length)[0]!;
  return [...from, ...path.slice(to.length)];
}

/** The list of nodes first had its items under another name. */
function isMinionList(value: Record<string, unknown>): boolean {
  return value["kind"] === "MinionList" && Array.isArray(value["minions"]);
}

/** A list of one kind names version and kind for its items, which have none; a v1 list may contain old items. */
function upgradeList(value: Record<string, unknown>, path: NodePath, source: UpgradeSource): UpgradedValue {
  const key = isMinionList(value) ? "minions" : "items";
  const old = value[key] as unknown[];
  const { apiVersion } = value;
  const version = isOldVersion(apiVersion) ? apiVersion : null;
  const kind = /^(.+)List$/.exec(textOf(value["kind"]))?.[1];
  const itemType = version !== null && kind !== undefined ? { version, kind } : null;
  const items = old.map((item, index) => upgradeAt(item, [...path, key, index], itemType, source));
  const findings = items.flatMap((item) => item.findings);
  const origins = items.flatMap((item, index) =>
    item.origins.map(({ to, from }) => ({ to: ["items", index, ...to], from })),
  );
  const newItems = items.map((item) => item.value);
  if (version === null && newItems.every((item, index) => item === old[index])) return { value, origins: [], findings };
  const list =
    version === null ? { value, origins: [], findings: [] } : upgradeListItself(value, path, version, source);
  return {
    value: { ...(list.value as object), items: newItems },
    origins: [{ to: [], from: path }, ...list.origins, { to: ["items"], from: [...path, key] }, ...origins],
    findings: [...list.findings, ...findings],
  };
}

const ITEMS: Rule = () => {};

/** The kinds of lists that v1 has under another name. */
const LIST_KINDS: Readonly<Record<string, string>> = { MinionList: "NodeList", Config: "List" };

/** The list without its items. */
function upgradeListItself(
  value: Record<string, unknown>,
  path: NodePath,
  version: OldVersion,
  { source, locate }: UpgradeSource,
) {
  const kind = lookUp(LIST_KINDS, textOf(value["kind"])) ?? value["kind"];
  const draft: Draft = { version, object: { apiVersion: "v1", kind }, origins: [], findings: [], locate, source };
  const { apiVersion, kind: kindRule } = METADATA;
  const rules = { apiVersion: apiVersion!, kind: kindRule!, items: ITEMS, minions: ITEMS, ...TABLES[version].list };
  applyShape({ rules }, { value, path }, targetOf(draft));
  return { value: draft.object, origins: draft.origins, findings: draft.findings };
}
