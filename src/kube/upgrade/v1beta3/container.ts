/** v1beta3's Container → v1's. */
import { flag, quantity, text, texts } from "../decoders.js";
import { each, eachValue, inside, isGiven, move, type Rule, type Shape } from "../rules.js";
import { CONTAINER_PORT, envOf } from "../shared/container-fields.js";
import { keepPullPolicy, PULL_POLICY } from "../shared/image-pull.js";
import { PROBES } from "../shared/probe.js";
import { SECURITY } from "../shared/security-context.js";

/** `spec.host` became `spec.nodeName` (conversion.go, the field labels of Pod). */
const ENV = envOf({ "spec.host": "spec.nodeName" });

const VOLUME_MOUNT: Shape = {
  rules: { name: move("name", text), mountPath: move("mountPath", text), readOnly: move("readOnly", flag) },
};

/** ResourceList: the amounts by the names of the resources. */
export const amounts = (to: string): Rule => eachValue(() => quantity, to);

/** The limit of the container's first form, before it had `resources`. */
function firstLimit(name: "cpu" | "memory"): Rule {
  return (field, target, fields) => {
    if (target.get(["resources", "limits", name]) !== undefined && isGiven(field)) {
      return target.report("upgrade-key-overridden", field.path, { key: name, by: `resources.limits.${name}` });
    }
    move(`resources.limits.${name}`, quantity)(field, target, fields);
  };
}

export const CONTAINER: Shape = {
  rules: {
    name: move("name", text),
    image: move("image", text),
    imagePullPolicy: PULL_POLICY,
    command: move("command", texts),
    args: move("args", texts),
    workingDir: move("workingDir", text),
    ports: each(CONTAINER_PORT, "ports"),
    env: each(ENV, "env"),
    resources: inside({ rules: { limits: amounts("limits"), requests: amounts("requests") } }, "resources"),
    cpu: firstLimit("cpu"),
    memory: firstLimit("memory"),
    volumeMounts: each(VOLUME_MOUNT, "volumeMounts"),
    ...PROBES,
    terminationMessagePath: move("terminationMessagePath", text),
    ...SECURITY,
  },
  finish: keepPullPolicy,
};
