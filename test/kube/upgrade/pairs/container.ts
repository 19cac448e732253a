import { containerPair, group, type Json, type Pair } from "./pair.ts";

const GONE = "upgrade-key-gone";
const TYPE = "upgrade-type";
const NUMBER = "v1-number";
const OVERRIDDEN = "upgrade-key-overridden";
const CONFLICT = "upgrade-conflict";

const limits = (name: string, old: Json, expected: Json): Pair => {
  return containerPair(name, old, { resources: { limits: expected } });
};

const ports = (name: string, old: Json, expected: Json, codes: string[] = []): Pair => {
  return containerPair(name, { ports: [old] }, { ports: [expected] }, codes);
};

const probe = (name: string, old: Json, expected: Json, codes: string[] = []): Pair => {
  return containerPair(name, { livenessProbe: old }, { livenessProbe: expected }, codes);
};

const env = (name: string, old: Json, expected: Json | null, codes: string[] = []): Pair => {
  return containerPair(name, { env: [old] }, expected && { env: [expected] }, codes);
};

const field = (fieldRef: Json): Json => ({ name: "A", valueFrom: { fieldRef } });

/** Section 5 of the mapping. */
export const CONTAINER_PAIRS: Pair[] = [
  ...group("container", [
    containerPair("workingDir", { workingDir: "/srv" }, { workingDir: "/srv" }),
    containerPair("terminationMessagePath", { terminationMessagePath: "/log" }, { terminationMessagePath: "/log" }),
    containerPair("command", { command: ["sh", "-c", "true"] }, { args: ["sh", "-c", "true"] }),
    containerPair("an empty command", { command: [] }, {}),
    containerPair("command as text", { command: "true" }, {}, [TYPE]),
    containerPair("entrypoint", { entrypoint: ["sh"], command: ["-c"] }, { command: ["sh"], args: ["-c"] }),
    containerPair("a key of v1", { args: ["a"] }, {}, ["upgrade-key-unknown"]),
    containerPair("no name", { name: null }, null, ["v1-required"]),
    containerPair("no image", { image: "" }, null, ["v1-required"]),
    containerPair("an upper-case name", { name: "A" }, { name: "A" }, ["v1-name"]),
    containerPair("volumeMounts", { volumeMounts: [] }, {}),
  ]),
  ...group("resources", [
    limits("cpu below a core", { cpu: 500 }, { cpu: "500m" }),
    limits("cpu of a core", { cpu: 1000 }, { cpu: "1" }),
    limits("cpu above a core", { cpu: 1500 }, { cpu: "1500m" }),
    containerPair("no cpu", { cpu: 0 }, {}),
    containerPair("cpu below 0", { cpu: -500 }, { resources: { limits: { cpu: "-500m" } } }, [NUMBER]),
    containerPair("cpu in quotes", { cpu: "500" }, {}, [TYPE]),
    containerPair("cpu with a fraction", { cpu: 0.5 }, {}, [TYPE]),
    limits("memory in MiB", { memory: 67_108_864 }, { memory: "64Mi" }),
    limits("memory in GiB", { memory: 1_073_741_824 }, { memory: "1Gi" }),
    limits("memory in bytes", { memory: 1000 }, { memory: "1000" }),
    containerPair("no memory", { memory: 0 }, {}),
    containerPair("memory with a unit", { memory: "64Mi" }, {}, [TYPE]),
    limits("limits in cores", { resources: { limits: { cpu: "0.5" } } }, { cpu: "500m" }),
    limits("limits in whole cores", { resources: { limits: { cpu: 1 } } }, { cpu: "1" }),
    containerPair(
      "limits with a fraction, not quoted",
      { resources: { limits: { cpu: 0.5 } } },
      { resources: { limits: {} } },
      [TYPE],
    ),
    containerPair("limits with a suffix", { resources: { limits: { cpu: "500m" } } }, { resources: { limits: {} } }, [
      TYPE,
    ]),
    limits("limits of memory", { resources: { limits: { memory: 67_108_864 } } }, { memory: "64Mi" }),
    limits("limits of memory with a fraction", { resources: { limits: { memory: "1000.7" } } }, { memory: "1000" }),
    containerPair(
      "limits of memory with a unit",
      { resources: { limits: { memory: "64Mi" } } },
      { resources: { limits: {} } },
      [TYPE],
    ),
    containerPair(
      "requests",
      { resources: { requests: { cpu: "0.25", memory: "1024" } } },
      { resources: { requests: { cpu: "250m", memory: "1Ki" } } },
    ),
    containerPair(
      "cpu beside limits",
      { cpu: 250, resources: { limits: { cpu: "1" } } },
      { resources: { limits: { cpu: "250m" } } },
      [OVERRIDDEN],
    ),
    limits(
      "memory beside a limit of cpu",
      { memory: 1024, resources: { limits: { cpu: 1 } } },
      { cpu: "1", memory: "1Ki" },
    ),
  ]),
  ...group("ports", [
    ports("containerPort", { containerPort: 80 }, { containerPort: 80 }),
    ports(
      "all of it",
      { name: "web", hostPort: 8080, containerPort: 80, protocol: "UDP", hostIP: "10.0.0.1" },
      { name: "web", hostPort: 8080, containerPort: 80, protocol: "UDP", hostIP: "10.0.0.1" },
    ),
    ports("a lower-case protocol", { containerPort: 80, protocol: "tcp" }, { containerPort: 80, protocol: "TCP" }),
    ports("a port in quotes", { containerPort: "80" }, {}, [TYPE, "v1-required"]),
    ports("a port that no host has", { containerPort: 65_536 }, { containerPort: 65_536 }, [NUMBER]),
    ports(
      "a name that is too long",
      { containerPort: 80, name: "a-very-long-name" },
      { containerPort: 80, name: "a-very-long-name" },
      ["v1-name"],
    ),
    ports("a name without a letter", { containerPort: 80, name: "80" }, { containerPort: 80, name: "80" }, ["v1-name"]),
  ]),
  ...group("env", [
    env("name and value", { name: "A", value: "b" }, { name: "A", value: "b" }),
    env("key", { key: "A", value: "b" }, { name: "A", value: "b" }),
    env("name beside key", { name: "A", key: "B", value: "b" }, { name: "A", value: "b" }, [OVERRIDDEN]),
    env("an empty name beside key", { name: "", key: "B" }, { name: "B" }),
    env("an empty value", { name: "A", value: "" }, { name: "A", value: "" }),
    env("a value that YAML would take for something else", { name: "A", value: "yes" }, { name: "A", value: "yes" }),
    env("a number", { name: "A", value: 1 }, { name: "A" }, [TYPE]),
    env("no name", { value: "b" }, null, ["v1-required"]),
    env("the pod's name", field({ fieldPath: "id" }), field({ fieldPath: "metadata.name" })),
    env(
      "the pod's namespace",
      field({ apiVersion: "v1beta1", fieldPath: "namespace" }),
      field({ fieldPath: "metadata.namespace" }),
    ),
    env("a path of v1", field({ apiVersion: "v1", fieldPath: "metadata.name" }), field({ fieldPath: "metadata.name" })),
    env("a path without counterpart", field({ fieldPath: "currentState.host" }), null, ["upgrade-field-path"]),
  ]),
  ...group("probes", [
    probe(
      "httpGet",
      { httpGet: { path: "/ok", port: 8080, host: "h" } },
      { httpGet: { path: "/ok", port: 8080, host: "h" } },
    ),
    probe("a port in quotes", { httpGet: { port: "8080" } }, { httpGet: { port: 8080 } }),
    probe("a port by name", { tcpSocket: { port: "web" } }, { tcpSocket: { port: "web" } }),
    probe(
      "exec and times",
      { exec: { command: ["true"] }, initialDelaySeconds: 5, timeoutSeconds: 2 },
      { exec: { command: ["true"] }, initialDelaySeconds: 5, timeoutSeconds: 2 },
    ),
    probe("type and enabled", { type: "tcp", enabled: true, tcpSocket: { port: 80 } }, { tcpSocket: { port: 80 } }, [
      GONE,
      GONE,
    ]),
    containerPair(
      "readinessProbe",
      { readinessProbe: { tcpSocket: { port: 80 } } },
      { readinessProbe: { tcpSocket: { port: 80 } } },
    ),
    containerPair(
      "lifecycle",
      { lifecycle: { postStart: { exec: { command: ["a"] } }, preStop: { httpGet: { port: "80" } } } },
      { lifecycle: { postStart: { exec: { command: ["a"] } }, preStop: { httpGet: { port: 80 } } } },
    ),
  ]),
  ...group("imagePullPolicy", [
    containerPair("PullAlways", { imagePullPolicy: "PullAlways" }, { imagePullPolicy: "Always" }),
    containerPair("PullNever", { imagePullPolicy: "PullNever" }, { imagePullPolicy: "Never" }),
    containerPair("PullIfNotPresent", { imagePullPolicy: "PullIfNotPresent" }, { imagePullPolicy: "IfNotPresent" }),
    containerPair("one of v1", { imagePullPolicy: "Always" }, { imagePullPolicy: "Always" }),
    containerPair("none, and no tag", { image: "mysql" }, { image: "mysql", imagePullPolicy: "IfNotPresent" }),
    containerPair(
      "none, and a port but no tag",
      { image: "host:5000/mysql" },
      { image: "host:5000/mysql", imagePullPolicy: "IfNotPresent" },
    ),
    containerPair("none, and the tag latest", { image: "mysql:latest" }, { image: "mysql:latest" }),
    containerPair("none, and another tag", { image: "host:5000/mysql:5" }, { image: "host:5000/mysql:5" }),
  ]),
  ...group("security", [
    containerPair("privileged", { privileged: true }, { securityContext: { privileged: true } }),
    containerPair("not privileged", { privileged: false }, { securityContext: { privileged: false } }),
    containerPair(
      "privileged in the context alone",
      { privileged: false, securityContext: { privileged: true } },
      { securityContext: { privileged: true } },
    ),
    containerPair(
      "privileged against the context",
      { privileged: true, securityContext: { privileged: false } },
      null,
      [CONFLICT],
    ),
    containerPair(
      "capabilities",
      { capabilities: { add: ["NET_ADMIN"], drop: ["KILL"] } },
      { securityContext: { capabilities: { add: ["NET_ADMIN"], drop: ["KILL"] } } },
    ),
    containerPair(
      "the same capabilities twice",
      { capabilities: { add: ["KILL"] }, securityContext: { capabilities: { add: ["KILL"] } } },
      { securityContext: { capabilities: { add: ["KILL"] } } },
    ),
    containerPair(
      "other capabilities than the context",
      { capabilities: { add: ["KILL"] }, securityContext: { capabilities: { drop: ["KILL"] } } },
      null,
      [CONFLICT],
    ),
    containerPair(
      "the context",
      { securityContext: { runAsUser: 0, seLinuxOptions: { level: "s0" } } },
      { securityContext: { runAsUser: 0, seLinuxOptions: { level: "s0" } } },
    ),
  ]),
  ...group("mounts", mounts()),
];

function mounts(): Pair[] {
  return [
    mount("mountPath", { mountPath: "/a", readOnly: true }, { mountPath: "/a", readOnly: true }),
    mount("path", { path: "/a" }, { mountPath: "/a" }),
    mount("mountPath beside path", { mountPath: "/a", path: "/b" }, { mountPath: "/a" }, [OVERRIDDEN]),
    mount("mountType", { mountPath: "/a", mountType: "LOCAL" }, { mountPath: "/a" }, [GONE]),
    mount("no path", {}, {}, ["v1-required"]),
  ];
}

function mount(name: string, old: Json, expected: Json, codes: string[] = []): Pair {
  const pair = containerPair(
    name,
    { volumeMounts: [{ name: "v", ...old }] },
    { volumeMounts: [{ name: "v", ...expected }] },
    codes,
  );
  const state = pair.old["desiredState"] as { manifest: Json };
  state.manifest["volumes"] = [{ name: "v" }];
  (pair.new!["spec"] as Json)["volumes"] = [{ name: "v", emptyDir: {} }];
  return pair;
}
