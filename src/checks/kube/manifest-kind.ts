import { finding, locationOf } from "../../findings/finding.js";
import { kindOf } from "../../kube/infer-kind.js";
import { listObjects } from "../../kube/list-objects.js";
import { isManifest, readManifestOf } from "../../kube/read-objects.js";
import type { Finding, Part } from "../../model.js";
import type { Check } from "../check.js";

/** The kinds that the types of 2014 stand for. The part handler submits whatever is in them. */
const KINDS: Readonly<Record<string, string>> = {
  "text/x-kube-pod": "Pod",
  "text/x-kube-service": "Service",
  "text/x-kube-replica": "ReplicationController",
};

export const manifestKind: Check = {
  codes: ["manifest-kind", "manifest-several"],
  target: "input",
  run: (parts) => parts.filter(isManifest).flatMap(checkPart),
};

function checkPart(part: Part): Finding[] {
  const { type } = part;
  const expected = KINDS[type];
  const objects = readManifestOf(part).documents.flatMap(({ value, locate }) =>
    listObjects(value).map((object) => ({ kind: kindOf(object.value), location: locate(object.path) })),
  );
  if (expected === undefined || objects.length === 0) return [];
  const other = objects.find(({ kind }) => kind !== null && kind !== expected);
  if (other) return [finding("manifest-kind", locationOf(part, other.location), { type, expected, kind: other.kind! })];
  const [, second] = objects;
  return second
    ? [finding("manifest-several", locationOf(part, second.location), { type, count: objects.length })]
    : [];
}
