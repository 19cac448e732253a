/** THE table of the kinds of v1beta1 and v1beta2 (pkg/api/v1beta1/types.go of kubernetes v0.18). */
import { cores, flag, plainBytes, text, textMap } from "../decoders.js";
import type { OldKinds } from "../old-kinds.js";
import { eachValue, gone, move, type Rule, type Shape } from "../rules.js";
import { ENDPOINTS } from "../shared/endpoints.js";
import { limitRules, quotaRules } from "../shared/limits.js";
import { claimRules, volumeRules } from "../shared/persistent-volumes.js";
import { STATUS } from "../shared/server-owned.js";
import { SERVICE_ACCOUNT } from "../shared/service-account.js";
import { METADATA } from "./metadata.js";
import { POD } from "./pod.js";
import { REPLICATION_CONTROLLER } from "./replication-controller.js";
import { SERVICE } from "./service.js";

/** ResourceList: cores of `cpu`, and a number of anything else (conversion.go). */
const amounts = (to: string): Rule => eachValue((name) => (name === "cpu" ? cores : plainBytes), to);

const NODE: Shape = {
  rules: {
    ...METADATA,
    podCIDR: move("spec.podCIDR", text),
    externalID: gone("the cloud provider sets `spec.providerID`", text),
    unschedulable: move("spec.unschedulable", flag),
    hostIP: gone("the kubelet of the node sets its addresses", text),
    resources: gone("the kubelet of the node sets its capacity"),
    status: STATUS,
  },
};

const NAMESPACE: Shape = {
  rules: { ...METADATA, spec: gone("the API server sets the finalizers"), status: STATUS },
};

const SECRET: Shape = {
  rules: { ...METADATA, type: move("type", text), data: move("data", textMap) },
};

export const V1BETA1_KINDS: OldKinds = {
  Pod: { shape: POD },
  Service: { shape: SERVICE },
  ReplicationController: { shape: REPLICATION_CONTROLLER },
  Minion: { shape: NODE, kind: "Node" },
  Node: { shape: NODE },
  Namespace: { shape: NAMESPACE },
  Secret: { shape: SECRET },
  Endpoints: { shape: { rules: { ...METADATA, ...ENDPOINTS } } },
  ServiceAccount: { shape: { rules: { ...METADATA, ...SERVICE_ACCOUNT } } },
  LimitRange: { shape: { rules: { ...METADATA, ...limitRules(amounts) } } },
  ResourceQuota: { shape: { rules: { ...METADATA, ...quotaRules(amounts) } } },
  PersistentVolume: { shape: { rules: { ...METADATA, ...volumeRules(amounts) } } },
  PersistentVolumeClaim: { shape: { rules: { ...METADATA, ...claimRules(amounts) } } },
};
