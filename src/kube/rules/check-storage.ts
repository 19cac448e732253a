/** What an API server rejects in volumes, claims and classes of storage (kubernetes, core and storage validation). */
import { isMapping } from "../../yaml/is-mapping.js";
import { checkSelector, isQualifiedName } from "./check-labels.js";
import { DNS_SUBDOMAIN, checkNameAt } from "./check-name.js";
import { checkNodeSelector } from "./check-scheduling.js";
import { checkSource } from "./check-volumes.js";
import { at, entriesAt, has, textAt, type Cursor } from "./cursor.js";
import { parseQuantity } from "./parse-quantity.js";
import { forbid, forbidEmpty, rejectValue, requireFilled } from "./values.js";
import { textOf } from "../../text/text-of.js";

/** The keys of a persistent volume that are no source (kubernetes, core/v1 PersistentVolumeSpec). */
const OTHER_KEYS = new Set([
  "accessModes",
  "capacity",
  "claimRef",
  "mountOptions",
  "nodeAffinity",
  "persistentVolumeReclaimPolicy",
  "storageClassName",
  "volumeAttributesClassName",
  "volumeMode",
]);

/** Checks a PersistentVolume. */
export function checkVolumeObject(object: Cursor): void {
  const spec = at(object, "spec");
  requireAt(object, "accessModes");
  requireSize(object, "capacity", "storage");
  const sources = isMapping(spec.value)
    ? Object.keys(spec.value).filter((key) => !OTHER_KEYS.has(key) && has(spec, key))
    : [];
  if (sources.length === 0) {
    object.complain("v1-required", placeOf(object), { key: "csi", others: ["nfs", "hostPath", "local"] });
  }
  for (const other of sources.slice(1)) {
    object.complain("v1-conflict", [...spec.path, other], { key: other, other: sources[0]!, fix: null });
  }
  checkSource(spec);
  requireFilled(at(spec, "csi"), "volumeHandle");
  checkClass(spec);
  checkNodeSelector(at(spec, "nodeAffinity", "required"));
  if (has(spec, "local") && !has(spec, "nodeAffinity"))
    object.complain("v1-required", spec.path, { key: "nodeAffinity" });
  if (textAt(spec, "hostPath", "path") === "/" && textAt(spec, "persistentVolumeReclaimPolicy") === "Recycle") {
    forbid(spec, "persistentVolumeReclaimPolicy", "`Recycle` for the whole file system", "use `Retain`");
  }
}

/** Checks a PersistentVolumeClaim. */
export function checkClaim(object: Cursor): void {
  const spec = at(object, "spec");
  requireAt(object, "accessModes");
  requireSize(object, "resources", "requests", "storage");
  checkClass(spec);
  checkSelector(at(spec, "selector"));
}

function placeOf(object: Cursor): Cursor["path"] {
  return has(object, "spec") ? [...object.path, "spec"] : object.path;
}

function requireAt(object: Cursor, key: string): void {
  if (!has(object, "spec", key)) object.complain("v1-required", placeOf(object), { key });
  forbidEmpty(at(object, "spec", key));
}

function requireSize(object: Cursor, ...keys: readonly string[]): void {
  const { value, path, complain } = at(object, "spec", ...keys);
  if ((value ?? null) === null) return complain("v1-required", placeOf(object), { key: keys.join(".") });
  const size = parseQuantity(value);
  if (size !== null && size <= 0n)
    complain("v1-number", path, { key: "storage", value: textOf(value), rule: "above 0" });
}

function checkClass(spec: Cursor): void {
  if (textAt(spec, "storageClassName") !== "")
    checkNameAt(at(spec, "storageClassName"), "storageClassName", DNS_SUBDOMAIN);
}

/** Checks a StorageClass. */
export function checkStorageClass(object: Cursor): void {
  forbidEmpty(at(object, "provisioner"));
  const provisioner = textAt(object, "provisioner") ?? "";
  if (provisioner !== "" && !isQualifiedName(provisioner.toLowerCase())) {
    rejectValue(at(object, "provisioner"), "use the name of a driver, as in `driver.example.com`");
  }
  for (const [key, { path, complain }] of entriesAt(object, "parameters")) {
    if (key === "") complain("v1-required", path, { key: "parameters", empty: true });
  }
}
