/** v1beta1's Container → v1's. */
import { isDeepStrictEqual } from "node:util";
import { anyText, bytes, cores, flag, integer, milliCores, plainBytes, protocol, text, texts } from "../decoders.js";
import type { Target } from "../draft.js";
import { LIFECYCLE, PROBE } from "../shared/probe.js";
import { decode, each, inside, isGiven, move, unless, type Rule, type Shape } from "../rules.js";
import { VOLUME_MOUNT } from "./volume.js";

const PORT: Shape = {
  rules: {
    name: move("name", text),
    containerPort: move("containerPort", integer),
    hostPort: move("hostPort", integer),
    protocol: move("protocol", protocol),
    hostIP: move("hostIP", text),
  },
};

/** The fields that the downward API of v1beta1 supported (types.go: "only name and namespace are supported"). */
const FIELD_PATHS: Readonly<Record<string, string>> = { id: "metadata.name", namespace: "metadata.namespace" };

/** The path is written for v1 from here on: the default version is no longer v1beta1. */
const FIELD_REF: Shape = {
  rules: {
    apiVersion: (field, target) => void decode(field, text, target),
    fieldPath: (field, target) => {
      const path = decode(field, text, target) as string | null;
      if (path === null) return;
      const translated = FIELD_PATHS[path] ?? (path.startsWith("metadata.") ? path : null);
      if (translated === null) target.report("upgrade-field-path", field.path, { path });
      else target.set(["fieldPath"], translated, field.path);
    },
  },
};

const ENV: Shape = {
  rules: {
    name: move("name", text),
    key: unless("name", move("name", text)),
    value: move("value", anyText),
    valueFrom: inside({ rules: { fieldRef: inside(FIELD_REF, "fieldRef") } }, "valueFrom"),
  },
};

const AMOUNTS: Shape = { rules: { cpu: move("cpu", cores), memory: move("memory", plainBytes) } };

const RESOURCES: Shape = { rules: { limits: inside(AMOUNTS, "limits"), requests: inside(AMOUNTS, "requests") } };

const CAPABILITIES: Shape = { rules: { add: move("add", texts), drop: move("drop", texts) } };

const SE_LINUX: Readonly<Record<string, Rule>> = {
  user: move("user", text),
  role: move("role", text),
  type: move("type", text),
  level: move("level", text),
};

const SECURITY_CONTEXT: Shape = {
  rules: {
    runAsUser: move("runAsUser", integer),
    privileged: move("privileged", flag),
    capabilities: inside(CAPABILITIES, "capabilities"),
    seLinuxOptions: inside({ rules: SE_LINUX }, "seLinuxOptions"),
  },
};

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

/** The security context may say true if the container, whose default is false, does not. */
const PRIVILEGED: Rule = (field, target, fields) => {
  const own = decode(field, flag, target);
  const inContext = target.get(["securityContext", "privileged"]);
  if (own === true && inContext === false) reportConflict("privileged", field.path, target);
  else if (inContext === undefined) move("securityContext.privileged", flag)(field, target, fields);
};

const CONTAINER_CAPABILITIES: Rule = (field, target, fields) => {
  const context = target.get(["securityContext", "capabilities"]);
  inside(CAPABILITIES, "securityContext.capabilities")(field, target, fields);
  if (context === undefined) return;
  const own = target.get(["securityContext", "capabilities"]);
  if (!isDeepStrictEqual(own, {}) && !isDeepStrictEqual(own, context)) {
    reportConflict("capabilities", field.path, target);
  }
  target.set(["securityContext", "capabilities"], context, fields.get("securityContext")!.path);
};

function reportConflict(key: string, path: readonly (string | number)[], target: Target): void {
  target.report("upgrade-conflict", path, { key, by: `securityContext.${key}` });
}

const PULL_POLICIES: Readonly<Record<string, string>> = {
  PullAlways: "Always",
  PullNever: "Never",
  PullIfNotPresent: "IfNotPresent",
};

const PULL_POLICY: Rule = (field, target) => {
  const policy = decode(field, text, target) as string | null;
  if (policy !== null) target.set(["imagePullPolicy"], PULL_POLICIES[policy] ?? policy, field.path);
};

/** `command` was docker's Cmd, which is v1's `args`; `entrypoint` was added later. */
export const CONTAINER: Shape = {
  rules: {
    name: move("name", text),
    image: move("image", text),
    imagePullPolicy: PULL_POLICY,
    entrypoint: move("command", texts),
    command: move("args", texts),
    workingDir: move("workingDir", text),
    ports: each(PORT, "ports"),
    env: each(ENV, "env"),
    resources: inside(RESOURCES, "resources"),
    cpu: limit("cpu", milliCores),
    memory: limit("memory", bytes),
    volumeMounts: each(VOLUME_MOUNT, "volumeMounts"),
    livenessProbe: inside(PROBE, "livenessProbe"),
    readinessProbe: inside(PROBE, "readinessProbe"),
    lifecycle: inside(LIFECYCLE, "lifecycle"),
    terminationMessagePath: move("terminationMessagePath", text),
    securityContext: inside(SECURITY_CONTEXT, "securityContext"),
    privileged: PRIVILEGED,
    capabilities: CONTAINER_CAPABILITIES,
  },
  finish: (fields, target) => {
    const image = target.get(["image"]);
    const isDecided = target.get(["imagePullPolicy"]) !== undefined;
    if (typeof image !== "string" || isDecided || !isPulledAlwaysToday(image)) return;
    // v1beta1 pulled an image without a tag only if it was missing.
    if (image.split(":").at(-1) !== "latest")
      target.set(["imagePullPolicy"], "IfNotPresent", fields.get("image")!.path);
  },
};

/** Without a policy v1 pulls, at every start, images with the tag latest, or without tag and digest. */
function isPulledAlwaysToday(image: string): boolean {
  const name = image.split("/").at(-1)!;
  return !name.includes("@") && (!name.includes(":") || name.endsWith(":latest"));
}
