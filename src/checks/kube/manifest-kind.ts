import { finding, locationOf } from "../../findings/finding.js";
import { kindOf } from "../../kube/infer-kind.js";
import { listObjects } from "../../kube/list-objects.js";
import { isManifest, readManifestOf } from "../../kube/read-objects.js";
import { kindOfType } from "../../part/content-types.js";
import type { Finding, Part } from "../../model.js";
import type { Check } from "../check.js";

/** The part handler submits every object in a part, whether or not its kind matches the type. */
export const manifestKind: Check = {
  codes: ["manifest-kind", "manifest-several"],
  target: "input",
  each: true,
  run: (parts) => parts.filter(isManifest).flatMap(checkPart),
};

function checkPart(part: Part): Finding[] {
  const { type } = part;
  const expected = kindOfType(type);
  const objects = readManifestOf(part).documents.flatMap(({ value, locate }) =>
    listObjects(value).map((object) => ({ kind: kindOf(object.value), location: locate(object.path) })),
  );
  if (expected === null || objects.length === 0) return [];
  const other = objects.find(({ kind }) => kind !== null && kind !== expected);
  if (other) return [finding("manifest-kind", locationOf(part, other.location), { type, expected, kind: other.kind! })];
  const [, second] = objects;
  return second
    ? [finding("manifest-several", locationOf(part, second.location), { type, count: objects.length })]
    : [];
}
