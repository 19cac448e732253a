/** Part[] → the errors of their objects by Kubernetes' own schema. */
import { findNearest } from "../../text/find-nearest.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { getAt } from "../get-at.js";
import { isCustom } from "../kind-order.js";
import { readObjects, type LocatedObject } from "../read-objects.js";
import { REMOVED_VERSIONS } from "../removed-versions.js";
import { hasSchemas, loadValidator, type SchemaError, type Validate } from "./load-validator.js";
import { describeMismatch } from "./describe-mismatch.js";
import { recordFields } from "./record-fields.js";

/** Skips kinds that the library does not have, including custom ones. */
export async function validateObjects(parts: readonly Part[]): Promise<Finding[]> {
  const objects = readObjects(parts).filter(({ value }) => isCurrent(value));
  if (objects.length === 0) return [];
  if (!(await hasSchemas())) return [finding("field-schema-missing", {})];
  const findings: Finding[] = [];
  for (const object of objects) {
    const { apiVersion, kind } = object.value;
    const validate = await loadValidator(String(apiVersion), String(kind));
    if (validate) findings.push(...validateObject(object, validate));
  }
  return findings;
}

/** Whether the kind is one of Kubernetes' own, in a version that is not removed; another check reports removed ones. */
function isCurrent(object: Record<string, unknown>): boolean {
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== "string" || typeof kind !== "string" || isCustom(apiVersion)) return false;
  return !REMOVED_VERSIONS.some((removed) => removed.apiVersion === apiVersion && removed.kinds.includes(kind));
}

/** Fields of custom resource definitions, which the library's schema lacks. */
const EXTENSION = "x-kubernetes-";

function validateObject({ part, value, locate }: LocatedObject, validate: Validate): Finding[] {
  const recorded = recordFields(value);
  const broken = groupByPath(validate(recorded.value)).flatMap(([path, errors]) => {
    const location = locationOf(part, locate(path));
    const missing = errors.flatMap(({ params }) => params.missingProperty ?? []);
    if (missing.length > 0) return missing.map((key) => finding("field-missing", location, { key, at: toText(path) }));
    const words = describeMismatch(getAt(value, path), errors);
    return [finding("field-type", location, { at: toText(path), ...words })];
  });
  const unknown = recorded.known().flatMap(({ path, names, fields }) =>
    names
      .filter((name) => !fields.has(name) && !name.startsWith(EXTENSION))
      .map((key) => {
        const location = locationOf(part, locate([...path, key]));
        return finding("field-unknown", location, { at: toText([...path, key]), nearest: findNearest(key, fields) });
      }),
  );
  return [...broken, ...unknown];
}

function groupByPath(errors: readonly SchemaError[]): [NodePath, SchemaError[]][] {
  const groups = new Map<string, SchemaError[]>();
  for (const error of errors) {
    const group = groups.get(error.instancePath) ?? [];
    groups.set(error.instancePath, group);
    group.push(error);
  }
  return [...groups].map(([pointer, group]) => [parsePointer(pointer), group]);
}

/** RFC 6901; a number is treated as an index. */
function parsePointer(pointer: string): NodePath {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll("~1", "/").replaceAll("~0", "~")));
}

/** As `kubectl explain` writes paths, with indexes counted from 0. */
function toText(path: NodePath): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");
}
