/** PersistentVolume and PersistentVolumeClaim → v1's. */
import { text, texts } from "../decoders.js";
import { inside, move, unless, type Rule } from "../rules.js";
import { REFERENCE } from "./reference.js";
import { STATUS } from "./server-owned.js";
import { HOST_PATH, NETWORK_SOURCES, PERSISTENT_DISK } from "./volume-sources.js";

/** @param amounts the rule of a mapping from the names of resources to amounts, which is written at a path */
export function volumeRules(amounts: (to: string) => Rule): Readonly<Record<string, Rule>> {
  const spec: Readonly<Record<string, Rule>> = {
    capacity: amounts("capacity"),
    accessModes: move("accessModes", texts),
    persistentDisk: unless("gcePersistentDisk", PERSISTENT_DISK),
    gcePersistentDisk: PERSISTENT_DISK,
    hostPath: HOST_PATH,
    ...NETWORK_SOURCES,
    claimRef: inside(REFERENCE, "claimRef"),
    persistentVolumeReclaimPolicy: move("persistentVolumeReclaimPolicy", text),
  };
  return { spec: inside({ rules: spec }, "spec"), status: STATUS };
}

/** @param amounts as in {@link volumeRules} */
export function claimRules(amounts: (to: string) => Rule): Readonly<Record<string, Rule>> {
  const resources = { limits: amounts("limits"), requests: amounts("requests") };
  const spec: Readonly<Record<string, Rule>> = {
    accessModes: move("accessModes", texts),
    resources: inside({ rules: resources }, "resources"),
    volumeName: move("volumeName", text),
  };
  return { spec: inside({ rules: spec }, "spec"), status: STATUS };
}
