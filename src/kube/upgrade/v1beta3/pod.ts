/** v1beta3's PodSpec and PodTemplateSpec → v1's. */
import { flag, integer, text, textMap } from "../decoders.js";
import { each, inside, move, unless, type Rule, type Shape } from "../rules.js";
import { LOCAL_REFERENCE } from "../shared/reference.js";
import { RESTART_POLICY as FIRST_RESTART_POLICY } from "../shared/restart-policy.js";
import { CONTAINER } from "./container.js";
import { OBJECT_META } from "./metadata.js";
import { VOLUME } from "./volume.js";

/** A name; while v1beta3 was new, a mapping as in v1beta1. */
const RESTART_POLICY: Rule = (field, target, fields) => {
  const rule = typeof field.value === "object" ? FIRST_RESTART_POLICY : move("restartPolicy", text);
  rule(field, target, fields);
};

/** `host` and `serviceAccount` have other names in v1, which stay if they are given. */
export const POD_SPEC: Shape = {
  rules: {
    host: unless("nodeName", move("nodeName", text)),
    nodeName: move("nodeName", text),
    nodeSelector: move("nodeSelector", textMap),
    serviceAccount: unless("serviceAccountName", move("serviceAccountName", text)),
    serviceAccountName: move("serviceAccountName", text),
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

/** The template in a replication controller and in a PodTemplate. */
export const POD_TEMPLATE_SPEC: Shape = {
  rules: { metadata: inside(OBJECT_META, "metadata"), spec: inside(POD_SPEC, "spec") },
};
