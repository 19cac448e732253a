import { describeValue } from "../../cloud-config/describe-value.js";
import { finding, locationOf } from "../../findings/finding.js";
import { isClientObject } from "../../kube/client-formats.js";
import { isOldObject } from "../../kube/find-old-objects.js";
import { listObjects } from "../../kube/list-objects.js";
import { isMapping } from "../../yaml/is-mapping.js";
import { isManifest, readManifestOf } from "../../kube/read-objects.js";
import { getAt } from "../../kube/get-at.js";
import type { Finding, Part } from "../../model.js";
import type { TextPosition } from "../../text/text-position.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Check } from "../check.js";

/**
 * The applier requires the apiVersion, kind and name of each object; those that no server knows are reported as that. A
 * server makes a name of `generateName` itself: the applier creates such an object once.
 */
export const objectIdentity: Check = {
  codes: ["object-no-kind", "object-no-name"],
  target: "input",
  each: true,
  run: (parts) => parts.filter(isManifest).flatMap(checkPart),
};

function checkPart(part: Part): Finding[] {
  return readManifestOf(part).documents.flatMap(({ value, locate }) => {
    if (value === null) return [];
    if (!isMapping(value)) return [withoutKind(part, locate([]), ["kind", "apiVersion"])];
    return listObjects(value).flatMap(({ value: object, path }) =>
      checkObject(part, object, (at) => locate([...path, ...at])),
    );
  });
}

const NAME = ["metadata", "name"];

function checkObject(part: Part, object: Record<string, unknown>, locate: (at: NodePath) => TextPosition): Finding[] {
  if (isOldObject(object)) return [];
  const missing = ["kind", "apiVersion"].filter((key) => !isNonEmptyText(object[key]));
  if (missing.length > 0) return [withoutKind(part, locate([]), missing)];
  const name = getAt(object, NAME);
  if (isNonEmptyText(name) || isClientObject(object)) return [];
  const isUnnamed = name === undefined || name === "";
  if (isUnnamed && isNonEmptyText(getAt(object, ["metadata", "generateName"]))) return [];
  if (isUnnamed) return [finding("object-no-name", locationOf(part, locate([])), { found: null })];
  return [finding("object-no-name", locationOf(part, locate(NAME)), { found: describeValue(name) })];
}

function withoutKind(part: Part, location: TextPosition, keys: readonly string[]): Finding {
  const missing = keys.map((key) => `\`${key}\``).join(" and ");
  return finding("object-no-kind", locationOf(part, location), { missing });
}

function isNonEmptyText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
