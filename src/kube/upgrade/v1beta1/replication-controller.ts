/** v1beta1's ReplicationController → v1's. */
import { integer, textMap } from "../decoders.js";
import { inside, move, type Shape } from "../rules.js";
import { STATUS } from "../shared/server-owned.js";
import { FREE_NAME, METADATA } from "./metadata.js";
import { POD_TEMPLATE } from "./pod.js";

/** Without a selector both versions use the labels of the template. */
const STATE: Shape = {
  rules: {
    replicas: move("spec.replicas", integer),
    replicaSelector: move("spec.selector", textMap),
    podTemplate: inside(POD_TEMPLATE, "spec.template"),
  },
  finish: (fields, target, self) => {
    if (!fields.has("replicas")) target.report("upgrade-replicas", self.path, { version: target.version });
  },
};

/** The number of replicas defaulted to 0. */
export const REPLICATION_CONTROLLER: Shape = {
  rules: {
    ...METADATA,
    id: FREE_NAME,
    desiredState: (field, target, fields) => {
      target.set(["spec"], { replicas: 0 }, field.path);
      inside(STATE, null)(field, target, fields);
    },
    currentState: STATUS,
  },
};
