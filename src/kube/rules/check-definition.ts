/** What an API server rejects in apiextensions.k8s.io/v1 (apiextensions-apiserver, pkg/apis/apiextensions/validation). */
import { getAt } from "../get-at.js";
import { DNS_LABEL_1035, checkNameAt } from "./check-name.js";
import { checkStructure } from "./check-structure.js";
import { at, has, itemsAt, textAt, type Cursor, withValue } from "./cursor.js";
import { checkText, forbid, forbidEmpty, forbidRepeated, requireFilled, requireKeys, type TextRule } from "./values.js";

const APPROVAL = "api-approved.kubernetes.io";

/** Checks a CustomResourceDefinition. */
export function checkDefinition(object: Cursor): void {
  const spec = at(object, "spec");
  const [group, plural] = [textAt(spec, "group"), textAt(spec, "names", "plural")];
  const name = textAt(object, "metadata", "name");
  if (group && plural && name !== null && name !== `${plural}.${group}`) {
    object.complain("v1-composed-name", ["metadata", "name"], {
      name,
      rule: "spec.names.plural.spec.group",
      valid: `${plural}.${group}`,
    });
  }
  checkNames(at(spec, "names"));
  if (getAt(spec.value, ["preserveUnknownFields"]) === true) {
    const fix = "set `x-kubernetes-preserve-unknown-fields: true` in the schema instead";
    forbid(spec, "preserveUnknownFields", "`true` in a definition of v1", fix);
  }
  if (textAt(spec, "conversion", "strategy") === "Webhook") requireKeys(at(spec, "conversion"), "webhook");
  if (group !== null && isProtected(group) && !has(object, "metadata", "annotations", APPROVAL)) {
    object.complain("v1-required", ["metadata"], { key: `annotations: ${APPROVAL}` });
  }
  checkVersions(spec);
}

/** Kinds are written with capitals, and must be names without them (ValidateCustomResourceDefinitionNames). */
function checkNames(names: Cursor): void {
  for (const key of ["plural", "singular"]) checkNameAt(at(names, key), key, DNS_LABEL_1035);
  for (const key of ["shortNames", "categories"]) {
    for (const name of itemsAt(names, key))
      checkNameAt(name, key === "shortNames" ? "short name" : "category", DNS_LABEL_1035);
  }
  for (const key of ["kind", "listKind"]) {
    const kind = at(names, key);
    checkNameAt(withValue(kind, textAt(kind)?.toLowerCase()), key, DNS_LABEL_1035);
  }
}

/** The groups of Kubernetes itself (apihelpers.IsProtectedCommunityGroup). */
function isProtected(group: string): boolean {
  return /(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group);
}

function checkVersions(spec: Cursor): void {
  const versions = itemsAt(spec, "versions");
  forbidRepeated(
    versions.map((version) => at(version, "name")),
    "version",
  );
  for (const version of versions) {
    checkNameAt(at(version, "name"), "version", DNS_LABEL_1035);
    requireKeys(version, "schema");
    requireFilled(at(version, "schema"), "openAPIV3Schema");
    checkStructure(at(version, "schema", "openAPIV3Schema"));
    checkPaths(version);
  }
  forbidEmpty(at(spec, "versions"));
  if (versions.length === 0) return;
  const stored = versions.filter(({ value }) => getAt(value, ["storage"]) === true);
  const [, second] = stored;
  if (stored.length === 0) spec.complain("v1-required", [...spec.path, "versions"], { key: "storage: true" });
  if (second)
    spec.complain("v1-conflict", [...second.path, "storage"], {
      key: "storage: true",
      other: "storage: true",
      fix: "set it in one version only",
    });
}

function checkPaths(version: Cursor): void {
  const scale = at(version, "subresources", "scale");
  const paths = [
    ...itemsAt(version, "additionalPrinterColumns").map((column) => at(column, "jsonPath")),
    ...["specReplicasPath", "statusReplicasPath", "labelSelectorPath"].map((key) => at(scale, key)),
  ];
  for (const path of paths) checkText(path, SIMPLE_PATH);
}

const SIMPLE_PATH: TextRule = { pattern: /^(?:\.|$)/, words: "a path that begins with a dot, as in `.status.phase`" };
