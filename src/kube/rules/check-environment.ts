/** What an API server rejects in the environment of a container (kubernetes, pkg/apis/core/validation). */
import { at, has, itemsAt, textAt, type Cursor } from "./cursor.js";
import { forbid, rejectValue, requireFilled, requireKeys, requireOne } from "./values.js";

/** Checks its variables, and the sets of variables that it takes over. */
export function checkEnvironment(container: Cursor): void {
  for (const variable of itemsAt(container, "env")) {
    requireFilled(variable, "name");
    const name = textAt(variable, "name");
    if (name?.includes("=")) rejectValue(at(variable, "name"), "use a name without `=`");
    if (has(variable, "value") && textAt(variable, "value") !== "") forbid(variable, "valueFrom", "beside `value`");
    checkValueFrom(at(variable, "valueFrom"));
  }
  for (const source of itemsAt(container, "envFrom")) {
    requireOne(source, "configMapRef", "secretRef");
    for (const key of ["configMapRef", "secretRef"]) requireFilled(at(source, key), "name");
  }
}

function checkValueFrom(source: Cursor): void {
  requireOne(source, "fieldRef", "configMapKeyRef", "secretKeyRef", "resourceFieldRef", "fileKeyRef");
  for (const key of ["configMapKeyRef", "secretKeyRef"]) requireFilled(at(source, key), "name", "key");
  checkField(at(source, "fieldRef", "fieldPath"), VARIABLE_FIELDS);
  checkResource(at(source, "resourceFieldRef"));
}

const PARTS = /^metadata\.(?:labels|annotations)\['[^']+'\]$/;
const VARIABLE_FIELDS = [
  "metadata.name",
  "metadata.namespace",
  "metadata.uid",
  "spec.nodeName",
  "spec.serviceAccountName",
  "status.hostIP",
  "status.hostIPs",
  "status.podIP",
  "status.podIPs",
];
const FILE_FIELDS = ["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"];

/** Checks the files that show fields of the pod. */
export function checkDownwardItems(items: readonly Cursor[]): void {
  for (const item of items) {
    requireKeys(item, "path");
    requireOne(item, "fieldRef", "resourceFieldRef");
    checkField(at(item, "fieldRef", "fieldPath"), FILE_FIELDS);
    checkResource(at(item, "resourceFieldRef"));
    if (has(item, "resourceFieldRef")) requireFilled(at(item, "resourceFieldRef"), "containerName");
  }
}

function checkField(field: Cursor, allowed: readonly string[]): void {
  const path = textAt(field);
  if (path === null || allowed.includes(path) || PARTS.test(path)) return;
  rejectValue(field, "use a field that a pod can see, such as `metadata.name` or `metadata.labels['app']`");
}

const RESOURCE = /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-\S+)$/;

function checkResource(reference: Cursor): void {
  requireKeys(reference, "resource");
  const resource = at(reference, "resource");
  if (typeof resource.value !== "string" || RESOURCE.test(resource.value)) return;
  rejectValue(resource, "use `limits` or `requests` of `cpu`, `memory` or `ephemeral-storage`, as in `limits.cpu`");
}
