import { finding, locationOf } from "../../findings/finding.js";
import { isObjectList } from "../../kube/list-objects.js";
import { isManifest, readManifestOf } from "../../kube/read-objects.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { Finding, Part } from "../../model.js";
import type { ManifestDocument } from "../../kube/read-manifest.js";
import type { Check } from "../check.js";

/**
 * What kubectl does not read as a list of objects: it takes lists apart before it submits their items
 * (cli-runtime, resource/visitor.go, FlattenListVisitor).
 */
export const objectList: Check = {
  codes: ["object-list"],
  target: "input",
  each: true,
  run: (parts) => parts.filter(isManifest).flatMap(checkPart),
};

function checkPart(part: Part): Finding[] {
  const documents = readManifestOf(part).documents.filter(({ value }) => value !== null);
  const isEmpty = documents.length > 0 && documents.every(({ value }) => isEmptyList(value));
  if (isEmpty) return [finding("object-list", locationOf(part, documents[0]!.locate([])), { problem: "empty" })];
  return documents.flatMap((document) => checkItems(part, document));
}

/** kubectl accepts a list without items beside other objects. */
function isEmptyList(value: unknown): boolean {
  return isMapping(value) && isObjectList(value) && value.items.length === 0;
}

function checkItems(part: Part, { value, locate }: ManifestDocument): Finding[] {
  if (!isMapping(value) || !isObjectList(value)) return [];
  return value.items.flatMap((item, index) => {
    const location = locationOf(part, locate(["items", index]));
    if (!isMapping(item)) return [finding("object-list", location, { problem: "item" })];
    return isObjectList(item) ? [finding("object-list", location, { problem: "nested" })] : [];
  });
}
