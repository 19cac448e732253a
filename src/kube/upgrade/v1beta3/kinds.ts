/** THE table of the kinds of v1beta3 (pkg/api/v1beta3: types.go, conversion.go and defaults.go of kubernetes v0.19). */
import { flag, integer, text, textMap } from "../decoders.js";
import type { OldKinds } from "../old-kinds.js";
import { each, gone, inside, move, unless, type Rule, type Shape } from "../rules.js";
import { ENDPOINTS } from "../shared/endpoints.js";
import { limitRules, quotaRules } from "../shared/limits.js";
import { claimRules, volumeRules } from "../shared/persistent-volumes.js";
import { REFERENCE } from "../shared/reference.js";
import { STATUS } from "../shared/server-owned.js";
import { SERVICE_ACCOUNT } from "../shared/service-account.js";
import { amounts } from "./container.js";
import { METADATA } from "./metadata.js";
import { POD_SPEC, POD_TEMPLATE_SPEC } from "./pod.js";
import { SERVICE_SPEC } from "./service.js";

/** Without a selector both versions use the labels of the template. */
const CONTROLLER_SPEC: Shape = {
  rules: {
    replicas: move("replicas", integer),
    selector: move("selector", textMap),
    template: inside(POD_TEMPLATE_SPEC, "template"),
  },
  finish: (fields, target, self) => {
    if (!fields.has("replicas")) target.report("upgrade-replicas", self.path, { version: target.version });
  },
};

const NODE_SPEC: Shape = {
  rules: {
    podCIDR: move("podCIDR", text),
    externalID: gone("the cloud provider sets `spec.providerID`", text),
    providerID: move("providerID", text),
    unschedulable: move("unschedulable", flag),
    capacity: gone("the kubelet of the node sets its capacity"),
  },
};

const NAMESPACE_SPEC: Shape = { rules: { finalizers: gone("the API server sets the finalizers") } };

const EVENT: Readonly<Record<string, Rule>> = {
  involvedObject: inside(REFERENCE, "involvedObject"),
  reason: move("reason", text),
  message: move("message", text),
  source: inside({ rules: { component: move("component", text), host: move("host", text) } }, "source"),
  firstTimestamp: move("firstTimestamp", text),
  lastTimestamp: move("lastTimestamp", text),
  count: move("count", integer),
};

const CONDITION: Shape = {
  rules: {
    type: move("type", text),
    status: move("status", text),
    message: move("message", text),
    error: move("error", text),
  },
};

/** An object with the usual metadata, and a specification of its own. */
function withSpec(spec: Shape): Shape {
  return { rules: { ...METADATA, spec: inside(spec, "spec"), status: STATUS } };
}

/** The template of a PodTemplate was first called its spec. */
export const V1BETA3_KINDS: OldKinds = {
  Pod: { shape: withSpec(POD_SPEC) },
  Service: { shape: withSpec(SERVICE_SPEC) },
  ReplicationController: { shape: withSpec(CONTROLLER_SPEC) },
  PodTemplate: {
    shape: {
      rules: {
        ...METADATA,
        spec: unless("template", inside(POD_TEMPLATE_SPEC, "template")),
        template: inside(POD_TEMPLATE_SPEC, "template"),
      },
    },
  },
  Node: { shape: withSpec(NODE_SPEC) },
  Namespace: { shape: withSpec(NAMESPACE_SPEC) },
  Secret: { shape: { rules: { ...METADATA, type: move("type", text), data: move("data", textMap) } } },
  ServiceAccount: { shape: { rules: { ...METADATA, ...SERVICE_ACCOUNT } } },
  Endpoints: { shape: { rules: { ...METADATA, ...ENDPOINTS } } },
  LimitRange: { shape: { rules: { ...METADATA, ...limitRules(amounts) } } },
  ResourceQuota: { shape: { rules: { ...METADATA, ...quotaRules(amounts) } } },
  PersistentVolume: { shape: { rules: { ...METADATA, ...volumeRules(amounts) } } },
  PersistentVolumeClaim: { shape: { rules: { ...METADATA, ...claimRules(amounts) } } },
  Binding: { shape: { rules: { ...METADATA, target: inside(REFERENCE, "target") } } },
  Event: { shape: { rules: { ...METADATA, ...EVENT } } },
  ComponentStatus: { shape: { rules: { ...METADATA, conditions: each(CONDITION, "conditions") } } },
};
