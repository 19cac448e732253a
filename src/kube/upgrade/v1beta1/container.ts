/** v1beta1's Container → v1's. */
import { bytes, cores, milliCores, plainBytes, text, texts } from "../decoders.js";
import { each, inside, isGiven, move, type Rule, type Shape } from "../rules.js";
import { CONTAINER_PORT, envOf } from "../shared/container-fields.js";
import { keepPullPolicy, PULL_POLICY } from "../shared/image-pull.js";
import { PROBES } from "../shared/probe.js";
import { SECURITY } from "../shared/security-context.js";
import { VOLUME_MOUNT } from "./volume.js";

/** The fields that the downward API of v1beta1 supported (types.go: "only name and namespace are supported"). */
const ENV = envOf({ id: "metadata.name", namespace: "metadata.namespace" });

const AMOUNTS: Shape = { rules: { cpu: move("cpu", cores), memory: move("memory", plainBytes) } };

const RESOURCES: Shape = { rules: { limits: inside(AMOUNTS, "limits"), requests: inside(AMOUNTS, "requests") } };

/** The flat limit takes precedence over the one in `resources`. */
function limit(name: "cpu" | "memory", decoder: typeof milliCores): Rule {
  return (field, target, fields) => {
    const resources = fields.get("resources");
    if (isGiven(field) && resources && target.get(["resources", "limits", name]) !== undefined) {
      const from = [...resources.path, "limits", name];
      target.report("upgrade-key-overridden", from, { key: `resources.limits.${name}`, by: name });
    }
    move(`resources.limits.${name}`, decoder)(field, target, fields);
  };
}

/** `command` was docker's Cmd, which is v1's `args`; `entrypoint` was added later. */
export const CONTAINER: Shape = {
  rules: {
    name: move("name", text),
    image: move("image", text),
    imagePullPolicy: PULL_POLICY,
    entrypoint: move("command", texts),
    command: move("args", texts),
    workingDir: move("workingDir", text),
    ports: each(CONTAINER_PORT, "ports"),
    env: each(ENV, "env"),
    resources: inside(RESOURCES, "resources"),
    cpu: limit("cpu", milliCores),
    memory: limit("memory", bytes),
    volumeMounts: each(VOLUME_MOUNT, "volumeMounts"),
    ...PROBES,
    terminationMessagePath: move("terminationMessagePath", text),
    ...SECURITY,
  },
  finish: keepPullPolicy,
};
