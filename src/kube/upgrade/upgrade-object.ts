/** A document's value → the same with every v1beta1 object in it as v1. */
import { finding } from "../../findings/finding.js";
import type { Finding } from "../../model.js";
import { isOldObject } from "../find-old-objects.js";
import { inferKind } from "../infer-kind.js";
import { isObjectList } from "../list-objects.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { checkV1 } from "./check-v1.js";
import type { Complain } from "../rules/complain.js";
import { targetOf, type Draft, type Origin } from "./draft.js";
import { LIST_METADATA, METADATA } from "./v1beta1/metadata.js";
import { ENDPOINTS, NAMESPACE, NODE, SECRET } from "./v1beta1/other-kinds.js";
import { POD } from "./v1beta1/pod.js";
import { REPLICATION_CONTROLLER } from "./v1beta1/replication-controller.js";
import { applyShape, type Rule, type Shape } from "./rules.js";
import { SERVICE } from "./v1beta1/service.js";

/** v1beta1's kinds, each with its table and its name in v1. */
const OLD_KINDS: Readonly<Record<string, { shape: Shape; kind: string }>> = {
  Pod: { shape: POD, kind: "Pod" },
  Service: { shape: SERVICE, kind: "Service" },
  ReplicationController: { shape: REPLICATION_CONTROLLER, kind: "ReplicationController" },
  Minion: { shape: NODE, kind: "Node" },
  Node: { shape: NODE, kind: "Node" },
  Namespace: { shape: NAMESPACE, kind: "Namespace" },
  Secret: { shape: SECRET, kind: "Secret" },
  Endpoints: { shape: ENDPOINTS, kind: "Endpoints" },
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

/** Null if the value contains nothing to upgrade. */
export function upgradeValue(value: unknown, source: UpgradeSource): UpgradedValue | null {
  const upgraded = upgradeAt(value, [], null, source);
  return upgraded.value === value && upgraded.findings.length === 0 ? null : upgraded;
}

/** @param listKind the kind of the items in a list that names it for all of them */
function upgradeAt(value: unknown, path: NodePath, listKind: string | null, source: UpgradeSource): UpgradedValue {
  const unchanged = { value, origins: [], findings: [] };
  if (!isMapping(value)) return unchanged;
  if (isObjectList(value) || isMinionList(value)) return upgradeList(value, path, source);
  const { apiVersion } = value;
  if (typeof apiVersion === "string" && isStrangeVersion(apiVersion, value)) {
    const location = { path: source.source, ...source.locate([...path, "apiVersion"]) };
    return { ...unchanged, findings: [finding("upgrade-version", location, { version: apiVersion })] };
  }
  const isItem = listKind !== null && apiVersion === undefined;
  return isItem || isOldObject(value) ? upgradeObject(value, path, listKind, source) : unchanged;
}

/** Whether the object is of Kubernetes' first group, but neither v1 nor upgradable. */
function isStrangeVersion(apiVersion: string, value: Record<string, unknown>): boolean {
  if (apiVersion.includes("/") || isOldObject(value)) return false;
  return apiVersion !== "v1" || inferKind(value) !== null;
}

function upgradeObject(
  value: Record<string, unknown>,
  path: NodePath,
  listKind: string | null,
  { source, locate }: UpgradeSource,
): UpgradedValue {
  const kind = typeof value["kind"] === "string" ? value["kind"] : (listKind ?? inferKind(value));
  const known = kind !== null && Object.hasOwn(OLD_KINDS, kind) ? OLD_KINDS[kind]! : null;
  const draft: Draft = {
    object: { apiVersion: "v1", kind: known?.kind ?? kind },
    origins: [],
    findings: [],
    locate,
    source,
  };
  draft.origins.push({ to: [], from: path });
  const target = targetOf(draft);
  if (!known) {
    target.report("upgrade-kind", [...path, "kind"], { kind });
    return { value, origins: [], findings: draft.findings };
  }
  applyShape(known.shape, { value, path }, target);
  const complain: Complain = (code, at, ...args) => target.report(code, findOrigin(draft.origins, at), ...args);
  checkV1(draft.object, complain);
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
  const isOld = /^v1beta[12]$/.test(String(value["apiVersion"]));
  const kind = String(value["kind"]).slice(0, -"List".length);
  const itemKind = isOld && kind !== "" ? kind : null;
  const items = old.map((item, index) => upgradeAt(item, [...path, key, index], itemKind, source));
  const findings = items.flatMap((item) => item.findings);
  const origins = items.flatMap((item, index) =>
    item.origins.map(({ to, from }) => ({ to: ["items", index, ...to], from })),
  );
  const newItems = items.map((item) => item.value);
  if (!isOld && newItems.every((item, index) => item === old[index])) return { value, origins: [], findings };
  const list = isOld ? upgradeListItself(value, path, source) : { value, origins: [], findings: [] };
  return {
    value: { ...(list.value as object), items: newItems },
    origins: [{ to: [], from: path }, ...list.origins, { to: ["items"], from: [...path, key] }, ...origins],
    findings: [...list.findings, ...findings],
  };
}

const ITEMS: Rule = () => {};

/** The list without its items. */
function upgradeListItself(value: Record<string, unknown>, path: NodePath, { source, locate }: UpgradeSource) {
  const kind = value["kind"] === "MinionList" ? "NodeList" : value["kind"];
  const draft: Draft = { object: { apiVersion: "v1", kind }, origins: [], findings: [], locate, source };
  const { apiVersion, kind: kindRule } = METADATA;
  const rules = { apiVersion: apiVersion!, kind: kindRule!, items: ITEMS, minions: ITEMS, ...LIST_METADATA };
  applyShape({ rules }, { value, path }, targetOf(draft));
  return { value: draft.object, origins: draft.origins, findings: draft.findings };
}
