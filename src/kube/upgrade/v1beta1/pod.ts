/** v1beta1's Pod, PodTemplate and ContainerManifest → v1's Pod and PodTemplateSpec. */
import { flag, integer, text, textMap } from "../decoders.js";
import { decode, each, gone, inside, move, type Rule, type Shape } from "../rules.js";
import { LOCAL_REFERENCE } from "../shared/reference.js";
import { RESTART_POLICY } from "../shared/restart-policy.js";
import { STATUS } from "../shared/server-owned.js";
import { CONTAINER } from "./container.js";
import { FREE_NAME, METADATA } from "./metadata.js";
import { VOLUME } from "./volume.js";

/** ContainerManifest, which is PodSpec in v1. */
const MANIFEST: Shape = {
  rules: {
    version: gone("apiVersion replaces it"),
    id: gone("the id of the object is its name", text),
    uuid: gone("the API server sets it", text),
    containers: each(CONTAINER, "containers"),
    volumes: each(VOLUME, "volumes"),
    restartPolicy: RESTART_POLICY,
    terminationGracePeriodSeconds: move("terminationGracePeriodSeconds", integer),
    activeDeadlineSeconds: move("activeDeadlineSeconds", integer),
    dnsPolicy: move("dnsPolicy", text),
    hostNetwork: move("hostNetwork", flag),
    imagePullSecrets: each(LOCAL_REFERENCE, "imagePullSecrets"),
  },
};

/** The restart policy of v0.2, which was a separate field. */
const FIRST_RESTART_POLICY: Rule = (field, target) => {
  const policy = decode(field, text, target) as string | null;
  if (policy !== null) target.set(["spec", "restartPolicy"], policy.replace(/^Restart/, ""), field.path);
};

const FOUND = "it is part of the status";

const POD_STATE: Shape = {
  rules: {
    manifest: inside(MANIFEST, "spec"),
    host: move("spec.nodeName", text),
    restartpolicy: inside({ rules: { type: FIRST_RESTART_POLICY } }, null),
    status: gone(FOUND),
    hostIP: gone(FOUND),
    podIP: gone(FOUND),
    info: gone(FOUND),
    message: gone(FOUND),
    Condition: gone(FOUND),
  },
};

/** The fields that a pod and a pod template share. */
const PLACEMENT: Readonly<Record<string, Rule>> = {
  desiredState: inside(POD_STATE, null),
  nodeSelector: move("spec.nodeSelector", textMap),
  serviceAccount: move("spec.serviceAccountName", text),
};

export const POD: Shape = { rules: { ...METADATA, id: FREE_NAME, ...PLACEMENT, currentState: STATUS } };

/** The template in a replication controller. */
export const POD_TEMPLATE: Shape = {
  rules: {
    id: gone("pods get their own names", text),
    labels: move("metadata.labels", textMap),
    annotations: move("metadata.annotations", textMap),
    ...PLACEMENT,
  },
};
