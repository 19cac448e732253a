/** Objects → which of them an API server refuses, or takes for something else, unless others come first. */
import { isMapping } from "../../yaml/is-mapping.js";
import { getAt, getList } from "../get-at.js";
import { isCustom } from "../kind-order.js";
import { findPod } from "../rules/find-pod.js";
import { judges } from "./match-webhooks.js";
import type { UnitObject } from "./read-units.js";
import { textOf } from "../../text/text-of.js";

/** `after` must be submitted after `before`. */
export interface Need {
  before: UnitObject;
  after: UnitObject;
  /** Whether not even one command may submit both: kubectl asks for the kinds of a file's objects before it submits. */
  apart: boolean;
}

/** Every need among the objects. */
export function findNeeds(objects: readonly UnitObject[]): Need[] {
  const providers = new Map<string, UnitObject[]>();
  for (const object of objects) {
    for (const key of listProvided(object)) providers.set(key, [...(providers.get(key) ?? []), object]);
  }
  const wanting = providers.size === 0 ? [] : objects;
  const needs = wanting.flatMap((after) =>
    listWanted(after).flatMap(({ key, apart = false }) =>
      (providers.get(key) ?? []).map((before) => ({ before, after, apart })),
    ),
  );
  return [...needs, ...findRepeated(objects), ...findJudged(objects, providers)].filter(
    ({ before, after }) => before !== after,
  );
}

/** The names under which others need the object. */
function listProvided(object: UnitObject): string[] {
  const { value, kind } = object;
  const name = nameOf(object);
  const namespace = namespaceOf(object);
  const isDefault = (group: string): boolean =>
    getAt(value, ["metadata", "annotations", `${group}/is-default-class`]) === "true";
  switch (isBuiltIn(object) ? kind : null) {
    case "Namespace":
      return [`namespace ${name}`];
    case "CustomResourceDefinition":
      return [`kind ${read(value, "spec", "group")}/${read(value, "spec", "names", "kind")}`];
    case "APIService":
      return [`version ${read(value, "spec", "group")}/${read(value, "spec", "version")}`];
    case "PriorityClass":
      return [`priority ${name}`, ...(value["globalDefault"] === true ? ["priority"] : [])];
    case "RuntimeClass":
      return [`runtime ${name}`];
    case "StorageClass":
      return ["storageclass.kubernetes.io", "storageclass.beta.kubernetes.io"].some(isDefault) ? ["storage"] : [];
    case "IngressClass":
      return isDefault("ingressclass.kubernetes.io") ? ["ingress"] : [];
    case "LimitRange":
      return [`limits ${namespace}`];
    case "ServiceAccount":
      return [`account ${namespace}/${name}`];
    case "Service":
      return [`service ${namespace}/${name}`];
    default:
      return [];
  }
}

interface Wanted {
  key: string;
  apart?: boolean;
}

/** What the object needs of what others provide. */
function listWanted(object: UnitObject): Wanted[] {
  const { value, apiVersion, kind } = object;
  const { group, version } = splitVersion(apiVersion);
  const namespace = getAt(value, ["metadata", "namespace"]);
  return [
    ...(typeof namespace === "string" && kind !== "Namespace" ? [{ key: `namespace ${namespace}` }] : []),
    { key: `kind ${group}/${kind}`, apart: true },
    { key: `version ${group}/${version}`, apart: true },
    ...(isBuiltIn(object) ? listAdmitted(object) : []),
  ];
}

/** What the server's admission looks for when it takes the object (kubernetes, plugin/pkg/admission). */
function listAdmitted(object: UnitObject): Wanted[] {
  const { value, kind } = object;
  const limits = { key: `limits ${namespaceOf(object)}` };
  if (kind === "PersistentVolumeClaim") return [limits, ...(hasClass(value, "storage") ? [] : [{ key: "storage" }])];
  if (kind === "Ingress") return hasClass(value, "ingress") ? [] : [{ key: "ingress" }];
  if (kind === "Secret") {
    const account = getAt(value, ["metadata", "annotations", "kubernetes.io/service-account.name"]);
    return typeof account === "string" ? [{ key: `account ${namespaceOf(object)}/${account}` }] : [];
  }
  const path = findPod(value);
  if (path === null) return [];
  const spec = getAt(value, [...path, "spec"]);
  const priority = getAt(spec, ["priorityClassName"]);
  if (kind !== "Pod") return [limits, ...(priority === undefined ? [{ key: "priority" }] : [])];
  const account = getAt(spec, ["serviceAccountName"]) ?? getAt(spec, ["serviceAccount"]) ?? "default";
  return [
    limits,
    { key: priority === undefined ? "priority" : `priority ${textOf(priority)}` },
    { key: `runtime ${textOf(getAt(spec, ["runtimeClassName"]))}` },
    { key: `account ${namespaceOf(object)}/${textOf(account)}` },
  ];
}

function hasClass(value: unknown, what: "storage" | "ingress"): boolean {
  const annotation = what === "storage" ? "volume.beta.kubernetes.io/storage-class" : "kubernetes.io/ingress.class";
  return (
    getAt(value, ["spec", `${what}ClassName`]) !== undefined ||
    getAt(value, ["metadata", "annotations", annotation]) !== undefined
  );
}

/** Of two objects with one name the later one is what stays. */
function findRepeated(objects: readonly UnitObject[]): Need[] {
  const seen = new Map<string, UnitObject>();
  return objects.flatMap((after) => {
    const { group } = splitVersion(after.apiVersion);
    const identity = JSON.stringify([group, after.kind, namespaceOf(after), nameOf(after)]);
    const before = seen.get(identity);
    seen.set(identity, after);
    return before && nameOf(after) !== "" ? [{ before, after, apart: false }] : [];
  });
}

/** A webhook comes after the objects that it would refuse before it answers, and after what makes it answer. */
function findJudged(objects: readonly UnitObject[], providers: ReadonlyMap<string, readonly UnitObject[]>): Need[] {
  const configurations = objects.filter(({ kind }) => kind !== null && /^(?:Mutating|Validating)Webhook/.test(kind));
  return configurations.flatMap((after) => {
    const services = getList(after.value, ["webhooks"]).flatMap((webhook) => {
      const called = getAt(webhook, ["clientConfig", "service"]);
      return providers.get(`service ${read(called, "namespace")}/${read(called, "name")}`) ?? [];
    });
    const running = objects.filter((object) => services.some((service) => selects(service, object)));
    const judged = objects.filter((object) => judges(after.value, object));
    return [...new Set([...services, ...running, ...judged])].map((before) => ({ before, after, apart: false }));
  });
}

/** Whether the pods of an object answer for a Service. */
function selects(service: UnitObject, object: UnitObject): boolean {
  const path = findPod(object.value);
  const selector = getAt(service.value, ["spec", "selector"]);
  if (path === null || !isMapping(selector) || namespaceOf(service) !== namespaceOf(object)) return false;
  const labels = getAt(object.value, [...path, "metadata", "labels"]);
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, text]) => getAt(labels, [key]) === text);
}

/** The group of an API version, which is empty for Kubernetes' core. */
function splitVersion(apiVersion: string | null): { group: string; version: string } {
  const [group = "", version] = (apiVersion ?? "v1").split("/");
  return version === undefined ? { group: "", version: group } : { group, version };
}

function isBuiltIn({ apiVersion }: UnitObject): boolean {
  return apiVersion !== null && !isCustom(apiVersion);
}

function nameOf({ value }: UnitObject): string {
  return read(value, "metadata", "name");
}

function namespaceOf({ value }: UnitObject): string {
  return read(value, "metadata", "namespace") || "default";
}

function read(value: unknown, ...path: string[]): string {
  const found = getAt(value, path);
  return typeof found === "string" ? found : "";
}
