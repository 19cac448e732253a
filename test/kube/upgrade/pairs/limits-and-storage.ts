import { group, type Json, type Pair } from "./pair.ts";

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  old: Json,
  now: Json | null,
  codes: string[] = [],
): Pair => ({
  name: `${kind}: ${name}`,
  old: { kind, apiVersion, id: "a", ...old },
  new: now && { apiVersion: "v1", kind, metadata: { name: "a" }, ...now },
  codes,
});

const LIMITS = { max: { memory: "1073741824", cpu: "2" }, min: { memory: "1048576", cpu: "0.25" } };
const NEW_LIMITS = { max: { memory: "1Gi", cpu: "2" }, min: { memory: "1Mi", cpu: "250m" } };
const MODES = { accessModes: ["ReadWriteOnce"] };

/** The kinds of v1beta1 and v1beta2 that came in 2015: amounts are cores, and numbers without a unit. */
export const LIMIT_PAIRS: Pair[] = group("limits and storage", [
  object(
    "v1beta1",
    "LimitRange",
    "limits",
    {
      spec: {
        limits: [
          { type: "Pod", ...LIMITS },
          { type: "Container", ...LIMITS, default: { cpu: 1 } },
        ],
      },
    },
    {
      spec: {
        limits: [
          { type: "Pod", ...NEW_LIMITS },
          { type: "Container", ...NEW_LIMITS, default: { cpu: "1" } },
        ],
      },
    },
  ),
  object(
    "v1beta2",
    "LimitRange",
    "limits of a kind",
    {
      spec: {
        limits: [
          { kind: "pods", ...LIMITS },
          { kind: "containers", ...LIMITS },
        ],
      },
    },
    {
      spec: {
        limits: [
          { type: "Pod", ...NEW_LIMITS },
          { type: "Container", ...NEW_LIMITS },
        ],
      },
    },
  ),
  object(
    "v1beta1",
    "LimitRange",
    "an amount with a unit",
    { spec: { limits: [{ type: "Pod", max: { memory: "1Gi" } }] } },
    { spec: { limits: [{ type: "Pod" }] } },
    ["upgrade-type"],
  ),
  object(
    "v1beta1",
    "ResourceQuota",
    "hard limits",
    { labels: { a: "b" }, spec: { hard: { cpu: "20", memory: "1073741824", pods: "10" } } },
    { metadata: { name: "a", labels: { a: "b" } }, spec: { hard: { cpu: "20", memory: "1Gi", pods: "10" } } },
  ),
  object(
    "v1beta2",
    "PersistentVolume",
    "on a disk",
    { spec: { capacity: { storage: 10_737_418_240 }, ...MODES, persistentDisk: { pdName: "d", fsType: "ext4" } } },
    { spec: { capacity: { storage: "10Gi" }, ...MODES, gcePersistentDisk: { pdName: "d", fsType: "ext4" } } },
  ),
  object(
    "v1beta1",
    "PersistentVolume",
    "on the host",
    { spec: { capacity: { storage: "1073741824" }, ...MODES, hostPath: { path: "/srv" } } },
    { spec: { capacity: { storage: "1Gi" }, ...MODES, hostPath: { path: "/srv" } } },
  ),
  object("v1beta1", "PersistentVolume", "without a size", { spec: { ...MODES, hostPath: { path: "/srv" } } }, null, [
    "v1-required",
  ]),
  object(
    "v1beta1",
    "PersistentVolumeClaim",
    "a claim",
    { spec: { ...MODES, resources: { requests: { storage: 1024 } } }, status: {} },
    { spec: { ...MODES, resources: { requests: { storage: "1Ki" } } } },
    ["upgrade-key-gone"],
  ),
  object(
    "v1beta1",
    "ServiceAccount",
    "its secrets",
    { secrets: [{ kind: "Secret", name: "s" }], imagePullSecrets: [{ name: "p" }] },
    { secrets: [{ kind: "Secret", name: "s" }], imagePullSecrets: [{ name: "p" }] },
  ),
  object(
    "v1beta1",
    "Endpoints",
    "port 0",
    { subsets: [{ addresses: [{ IP: "10.1.0.1" }], ports: [{ port: 0 }] }] },
    { subsets: [{ addresses: [{ ip: "10.1.0.1" }], ports: [{ port: 0 }] }] },
    ["v1-number"],
  ),
]);
