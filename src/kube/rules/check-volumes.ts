/** What an API server rejects in the volumes of a pod (kubernetes, pkg/apis/core/validation). */
import { isMapping } from "../../yaml/is-mapping.js";
import { getAt } from "../get-at.js";
import { checkDownwardItems } from "./check-environment.js";
import { DNS_LABEL, DNS_SUBDOMAIN, checkNameAt } from "./check-name.js";
import { checkSize } from "./check-resources.js";
import { at, has, itemsAt, type Cursor } from "./cursor.js";
import {
  allowOne,
  checkAbsolute,
  checkRange,
  checkRelative,
  checkWithin,
  forbidRepeated,
  rejectValue,
  requireFilled,
  requireKeys,
} from "./values.js";
import { textOf } from "../../text/text-of.js";

/** Checks the volumes of a pod's spec. */
export function checkVolumes(spec: Cursor): void {
  for (const volume of itemsAt(spec, "volumes")) {
    requireKeys(volume, "name");
    checkNameAt(at(volume, "name"), "volume name", DNS_LABEL);
    const sources = isMapping(volume.value)
      ? Object.keys(volume.value).filter((key) => key !== "name" && has(volume, key))
      : [];
    if (sources.length > 1)
      volume.complain("v1-volume-sources", volume.path, { name: textOf(getAt(volume.value, ["name"])) });
    checkSource(volume);
    checkKeys(at(volume, "configMap"), "name");
    checkKeys(at(volume, "secret"), "secretName");
    checkDownwardItems(itemsAt(volume, "downwardAPI", "items"));
    checkProjected(at(volume, "projected"));
    requireFilled(at(volume, "persistentVolumeClaim"), "claimName");
    checkSize(at(volume, "emptyDir", "sizeLimit"));
  }
}

/** The keys that the sources of volumes and of persistent volumes must have, with content. */
const SOURCE_KEYS: Readonly<Record<string, readonly string[]>> = {
  awsElasticBlockStore: ["volumeID"],
  azureDisk: ["diskName", "diskURI"],
  azureFile: ["secretName", "shareName"],
  cephfs: ["monitors"],
  cinder: ["volumeID"],
  csi: ["driver"],
  flexVolume: ["driver"],
  gcePersistentDisk: ["pdName"],
  gitRepo: ["repository"],
  glusterfs: ["endpoints", "path"],
  hostPath: ["path"],
  iscsi: ["targetPortal", "iqn"],
  local: ["path"],
  nfs: ["server", "path"],
  rbd: ["monitors", "image"],
};

/** Checks the source of a volume or of a persistent volume. */
export function checkSource(volume: Cursor): void {
  for (const [source, keys] of Object.entries(SOURCE_KEYS)) requireFilled(at(volume, source), ...keys);
  for (const source of ["hostPath", "local"]) checkWithin(at(volume, source, "path"));
  checkAbsolute(at(volume, "nfs", "path"));
  checkNameAt(at(volume, "csi", "driver"), "driver", { ...DNS_SUBDOMAIN, pattern: CSI_DRIVER });
}

/** As a DNS name, in lower or upper case, with up to 63 characters (ValidateCSIDriverName). */
const CSI_DRIVER = new RegExp(`^(?=.{0,63}$)(?:${DNS_SUBDOMAIN.pattern.source})?$`, "i");

const MAX_MODE = 0o777;

function checkKeys(source: Cursor, nameKey: string): void {
  requireFilled(source, nameKey);
  checkMode(at(source, "defaultMode"));
  checkItems(source);
}

function checkMode(mode: Cursor): void {
  if (typeof mode.value !== "number" || (mode.value >= 0 && mode.value <= MAX_MODE)) return;
  rejectValue(mode, "use a mode from 0 to `0777`: without the `0` in front, YAML reads it as decimal");
}

function checkItems(source: Cursor): void {
  for (const item of itemsAt(source, "items")) {
    requireFilled(item, "key", "path");
    checkRelative(at(item, "path"));
    checkMode(at(item, "mode"));
  }
}

/** The paths that a source writes. */
function listPaths(source: Cursor): Cursor[] {
  const items = ["configMap", "downwardAPI", "secret"].flatMap((key) => itemsAt(source, key, "items"));
  return [...items, at(source, "serviceAccountToken")].map((item) => at(item, "path"));
}

/** The shortest and the longest life of a token, in seconds: 10 minutes, and 2^32. */
const TOKEN_SECONDS = [600, 4_294_967_296] as const;

const PROJECTIONS = [
  "configMap",
  "downwardAPI",
  "secret",
  "serviceAccountToken",
  "clusterTrustBundle",
  "podCertificate",
];

function checkProjected(projected: Cursor): void {
  checkMode(at(projected, "defaultMode"));
  const sources = itemsAt(projected, "sources");
  forbidRepeated(sources.flatMap(listPaths), "path");
  for (const source of sources) {
    allowOne(source, ...PROJECTIONS);
    for (const key of ["configMap", "secret"]) {
      requireFilled(at(source, key), "name");
      checkItems(at(source, key));
    }
    checkDownwardItems(itemsAt(source, "downwardAPI", "items"));
    const token = at(source, "serviceAccountToken");
    requireFilled(token, "path");
    checkRelative(at(token, "path"));
    checkRange(at(token, "expirationSeconds"), ...TOKEN_SECONDS);
  }
}
