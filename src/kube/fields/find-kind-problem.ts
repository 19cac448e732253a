/** The kind and version of an object → why no API server serves them, and what was meant. */
import { findNearest } from "../../text/find-nearest.js";
import { findRemoved } from "../removed-versions.js";
import { API_VERSIONS, kindsOf } from "./field-table.js";

/** What an object names itself. */
export interface KindName {
  apiVersion: string;
  kind: string;
}

/** What Kubernetes does not have: its own kind, version or group, or one that a custom resource definition must bring. */
export interface KindProblem {
  lacks: "kind" | "version" | "group" | "definition";
  /** Null if nothing is near. */
  meant: KindName | null;
}

/** Null for a kind of Kubernetes itself, and for one that a later or earlier release may have. */
export function findKindProblem({ apiVersion, kind }: KindName): KindProblem | null {
  const kinds = kindsOf(apiVersion);
  if (kinds.has(kind) || kind.endsWith("List") || findRemoved({ apiVersion, kind })) return null;
  const group = groupOf(apiVersion);
  if (!GROUPS.has(group)) return judgeGroup(group, kind);
  if (isStable(apiVersion)) return { lacks: "kind", meant: findMeant(kind, group) };
  if (!isStable(apiVersion) && isUnstable(apiVersion)) {
    // Releases differ in these versions, and the table does not have all of them.
    const meant = namesOf(group).includes(kind) ? null : findNear(kind, group);
    return meant && { lacks: "kind", meant };
  }
  return { lacks: "version", meant: findMeant(kind, group) };
}

const GROUPS = new Set(API_VERSIONS.map(groupOf));

/** The core group is the empty text. */
function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

function isStable(apiVersion: string): boolean {
  return API_VERSIONS.includes(apiVersion) && /(?:^|\/)v\d+$/.test(apiVersion);
}

function isUnstable(apiVersion: string): boolean {
  return /(?:^|\/)v\d+(?:alpha|beta)\d+$/.test(apiVersion);
}

/** The group of a custom resource has a dot (apiextensions-apiserver, pkg/apis/apiextensions/validation). */
function judgeGroup(group: string, kind: string): KindProblem {
  const known = [...GROUPS];
  const near =
    known.find((name) => name.toLowerCase() === group.toLowerCase() || name.split(".")[0] === group.toLowerCase()) ??
    (group.includes(".") && !group.endsWith(".k8s.io") ? null : findNearest(group, known));
  const meant = near === null ? null : findVersion(kind, near);
  if (meant) return { lacks: "group", meant };
  const other = group.includes(".") ? null : findVersion(kind);
  return other ? { lacks: "group", meant: other } : { lacks: "definition", meant: null };
}

function findMeant(kind: string, group: string): KindName | null {
  return findVersion(kind, group) ?? findVersion(kind) ?? findNear(kind, group) ?? findNear(kind);
}

/** The kind with another spelling, or in the plural. */
function findNear(kind: string, group?: string): KindName | null {
  const kinds = namesOf(group);
  const written = kind.toLowerCase();
  const same = kinds.find((each) => [each, `${each}s`, `${each}es`].some((form) => form.toLowerCase() === written));
  const near = same ?? findNearest(kind, kinds);
  return near === null ? null : findVersion(near, group);
}

function namesOf(group?: string): string[] {
  return API_VERSIONS.filter((apiVersion) => group === undefined || groupOf(apiVersion) === group).flatMap(
    (apiVersion) => Array.from(kindsOf(apiVersion).keys()),
  );
}

/** The newest stable version that has the kind, else another; those of the core group and of `apps` first. */
function findVersion(kind: string, group?: string): KindName | null {
  const versions = API_VERSIONS.filter(
    (apiVersion) =>
      kindsOf(apiVersion).has(kind) &&
      (group === undefined || groupOf(apiVersion) === group) &&
      !findRemoved({ apiVersion, kind }),
  );
  const apiVersion = versions.toSorted((one, other) => rank(other) - rank(one)).at(0);
  return apiVersion === undefined ? null : { apiVersion, kind };
}

function rank(apiVersion: string): number {
  const version = Number(/v(\d+)$/.exec(apiVersion)?.[1] ?? 0);
  return version * 10 + ["apps", ""].indexOf(groupOf(apiVersion));
}
