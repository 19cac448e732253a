/** THE table of objects that an API server accepts or rejects, and lint's codes for the rejected ones. */
import { load } from "js-yaml";

/** An object, as YAML, and the codes of its errors. */
export interface ObjectCase {
  name: string;
  yaml: string;
  /** Empty if a server accepts it. */
  codes: readonly string[];
  /** Set if kube-apiserver 1.20, which the tests run, decides differently from today's servers. */
  accepted?: boolean;
}

export const row = (name: string, yaml: string, ...codes: string[]): ObjectCase => ({ name, yaml, codes });
export const GOOD = "containers: [{name: a, image: 'a:1'}]";
export const pod = (spec: string, name = "a"): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}}, spec: {${spec}}}`;
const service = (ports: string, name = "a"): string =>
  `{apiVersion: v1, kind: Service, metadata: {name: ${name}}, spec: {ports: [${ports}]}}`;
export const plain = (apiVersion: string, kind: string, name: string, rest = ""): string =>
  `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: ${name}}${rest}}`;
const controller = (kind: string, { label = "a", policy = "", more = "" } = {}): string => {
  const selector = kind === "ReplicationController" ? "{app: a}" : "{matchLabels: {app: a}}";
  const version = kind === "ReplicationController" ? "v1" : "apps/v1";
  return `{apiVersion: ${version}, kind: ${kind}, metadata: {name: a}, spec: {selector: ${selector}, ${more}template: {metadata: {labels: {app: ${label}}}, spec: {${policy}${GOOD}}}}}`;
};
const job = (policy: string): string =>
  `{apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {template: {spec: {${policy}${GOOD}}}}}`;
const STATEFUL = { more: "serviceName: a, " };
export const container = (rest: string): string => pod(`containers: [{name: a, image: 'a:1', ${rest}}]`);
const NEVER = "restartPolicy: Never, ";
const LONG = "a".repeat(64);
const KINDS = ["Deployment", "ReplicaSet", "DaemonSet", "ReplicationController"];

export const OBJECT_CASES: readonly ObjectCase[] = [
  row("pod", pod(GOOD)),
  row("no name", `{apiVersion: v1, kind: Pod, metadata: {}, spec: {${GOOD}}}`, "object-no-name"),
  row("generateName", `{apiVersion: v1, kind: Pod, metadata: {generateName: a-}, spec: {${GOOD}}}`),
  row(
    "an empty generateName",
    `{apiVersion: v1, kind: Pod, metadata: {generateName: ''}, spec: {${GOOD}}}`,
    "object-no-name",
  ),
  row("null as a name", pod(GOOD, "null"), "object-no-name"),
  row("the word null as a name", pod(GOOD, "'null'")),
  row("no kind", "{apiVersion: v1, metadata: {name: a}}", "object-no-kind"),
  row("no apiVersion", `{kind: Pod, metadata: {name: a}, spec: {${GOOD}}}`, "object-no-kind"),
  row("pod with upper case", pod(GOOD, "A"), "object-name"),
  row("pod with _", pod(GOOD, "a_b"), "object-name"),
  row("pod with dots", pod(GOOD, "1.a-b.c")),
  row("pod that ends in -", pod(GOOD, "a-"), "object-name"),
  row("pod with two dots", pod(GOOD, "a..b"), "object-name"),
  row("pod with 64 letters", pod(GOOD, LONG)),
  row("service", service("{port: 80}")),
  row("service with a digit first", service("{port: 80}", "1a"), "object-name"),
  row("service with a dot", service("{port: 80}", "a.b"), "object-name"),
  row("service with 64 letters", service("{port: 80}", LONG), "object-name"),
  row("namespace with a digit first", plain("v1", "Namespace", "'1a'")),
  row("namespace with a dot", plain("v1", "Namespace", "a.b"), "object-name"),
  ...["ConfigMap", "Secret", "ServiceAccount", "Endpoints", "LimitRange"].flatMap((kind) => [
    row(`${kind} with dots`, plain("v1", kind, "a.b", kind === "LimitRange" ? ", spec: {limits: []}" : "")),
    row(
      `${kind} with upper case`,
      plain("v1", kind, "A", kind === "LimitRange" ? ", spec: {limits: []}" : ""),
      "object-name",
    ),
  ]),
  row("role with a colon", plain("rbac.authorization.k8s.io/v1", "Role", "'a:B'", ", rules: []")),
  row("role with a slash", plain("rbac.authorization.k8s.io/v1", "Role", "a/b", ", rules: []"), "object-name"),
  row("class", plain("storage.k8s.io/v1", "StorageClass", "a", ", provisioner: a.example.com/b")),
  row(
    "class with _",
    plain("storage.k8s.io/v1", "StorageClass", "a_b", ", provisioner: a.example.com/b"),
    "object-name",
  ),
  row("policy", plain("networking.k8s.io/v1", "NetworkPolicy", "a", ", spec: {podSelector: {}}")),
  row(
    "policy with _",
    plain("networking.k8s.io/v1", "NetworkPolicy", "a_b", ", spec: {podSelector: {}}"),
    "object-name",
  ),
  ...KINDS.flatMap((kind) => [
    row(kind, controller(kind)),
    row(`${kind} with Always`, controller(kind, { policy: "restartPolicy: Always, " })),
    row(`${kind} with Never`, controller(kind, { policy: NEVER }), "restart-policy"),
    row(`${kind} of other labels`, controller(kind, { label: "b" }), "selector-mismatch"),
  ]),
  row("StatefulSet", controller("StatefulSet", STATEFUL)),
  row(
    "StatefulSet with OnFailure",
    controller("StatefulSet", { ...STATEFUL, policy: "restartPolicy: OnFailure, " }),
    "restart-policy",
  ),
  row("StatefulSet of other labels", controller("StatefulSet", { ...STATEFUL, label: "b" }), "selector-mismatch"),
  row("job without a policy", job(""), "restart-policy"),
  row("job with Always", job("restartPolicy: Always, "), "restart-policy"),
  row("job with Never", job(NEVER)),
  row("job with OnFailure", job("restartPolicy: OnFailure, ")),
  row("pod with Never", pod(`${NEVER}${GOOD}`)),
  row(
    "two containers of a name",
    pod("containers: [{name: a, image: 'a:1'}, {name: a, image: 'b:1'}]"),
    "name-repeated",
  ),
  row("an init container of the name", pod(`${GOOD}, initContainers: [{name: a, image: 'b:1'}]`), "name-repeated"),
  row("an init container of another name", pod(`${GOOD}, initContainers: [{name: b, image: 'b:1'}]`)),
  row(
    "two ports of a name",
    container("ports: [{name: a, containerPort: 1}, {name: a, containerPort: 2}]"),
    "name-repeated",
  ),
  row("two ports without names", container("ports: [{containerPort: 1}, {containerPort: 2}]")),
  row("a port twice", container("ports: [{name: a, containerPort: 1}, {name: b, containerPort: 1}]")),
  row(
    "two volumes of a name",
    pod(`${GOOD}, volumes: [{name: a, emptyDir: {}}, {name: a, emptyDir: {}}]`),
    "name-repeated",
  ),
  row("two volumes", pod(`${GOOD}, volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}]`)),
  row("ports of a service of a name", service("{name: a, port: 1}, {name: a, port: 2}"), "name-repeated"),
  row("ports of a service", service("{name: a, port: 1}, {name: b, port: 2}")),
  row("unknown field", container("prots: []"), "field-unknown"),
  row("unknown field of the object", pod(GOOD).replace("spec:", "status2: {}, spec:"), "field-unknown"),
  row("unknown field of the metadata", pod(GOOD).replace("name: a}", "name: a, lables: {}}"), "field-unknown"),
  row("unknown field two levels down", container("resources: {limit: {}}"), "field-unknown"),
  row("any key of a map", pod(GOOD).replace("name: a}", "name: a, labels: {anything: a}}")),
  row("null as a map", pod(GOOD).replace("name: a}", "name: a, labels: null}")),
  row("container without a name", pod("containers: [{image: 'a:1'}]"), "v1-required"),
  row("pod without containers", pod("hostname: a"), "v1-required"),
  row("port without containerPort", container("ports: [{name: a}]"), "v1-required"),
  row(
    "deployment without a selector",
    controller("Deployment").replace("selector: {matchLabels: {app: a}}, ", ""),
    "field-missing",
  ),
  row("text for a boolean", container("tty: 'yes'"), "field-type"),
  row("YAML's yes for a boolean", container("tty: yes")),
  row("number as the value of a variable", container("env: [{name: A, value: 1}]"), "field-type"),
  row("boolean as the value of a variable", container("env: [{name: A, value: yes}]"), "field-type"),
  row("text as the value of a variable", container("env: [{name: A, value: '1'}]")),
  row("text for a number", container("ports: [{containerPort: '80'}]"), "field-type"),
  row("a fraction for an integer", controller("Deployment", { more: "replicas: 1.5, " }), "field-type"),
  row("a mapping for a list", pod("containers: {name: a, image: 'a:1'}"), "field-type"),
  row("a list for a mapping", pod(GOOD).replace("name: a}", "name: a, labels: []}"), "field-type"),
  row("number as a label", pod(GOOD).replace("name: a}", "name: a, labels: {a: 1}}"), "field-type"),
  row("port by number", service("{port: 80, targetPort: 8080}")),
  row("port by name", service("{port: 80, targetPort: http}")),
  row("quantities", container("resources: {limits: {cpu: 0.5, memory: 64Mi}, requests: {cpu: 100m, memory: 1}}")),
  row("secret with text", plain("v1", "Secret", "a", ", stringData: {a: b}")),
  row("secret with a number", plain("v1", "Secret", "a", ", stringData: {a: 1}"), "field-type"),
  row("config map with bytes", plain("v1", "ConfigMap", "a", ", binaryData: {a: AAEC}")),
  row("config map with a number", plain("v1", "ConfigMap", "a", ", data: {a: 1}"), "field-type"),
  row(
    "removed: Deployment of extensions",
    controller("Deployment").replace("apps/v1", "extensions/v1beta1"),
    "version-removed",
  ),
  row(
    "removed: Deployment of apps/v1beta2",
    controller("Deployment").replace("apps/v1", "apps/v1beta2"),
    "version-removed",
  ),
  ...[
    plain("extensions/v1beta1", "Ingress", "a", ", spec: {backend: {serviceName: a, servicePort: 80}}"),
    plain("policy/v1beta1", "PodDisruptionBudget", "a", ", spec: {maxUnavailable: 1}"),
    plain("rbac.authorization.k8s.io/v1beta1", "Role", "a", ", rules: []"),
    plain("node.k8s.io/v1beta1", "RuntimeClass", "a", ", handler: a"),
    plain("scheduling.k8s.io/v1beta1", "PriorityClass", "a", ", value: 1"),
  ].map((yaml) =>
    Object.assign(row(`removed after 1.20: ${describe(yaml)}`, yaml, "version-removed"), { accepted: true }),
  ),
  row("container without an image", pod("containers: [{name: a}]"), "v1-required"),
  row("init container without an image", pod(`initContainers: [{name: b}], ${GOOD}`), "v1-required"),
  row("pod without containers", pod("containers: []"), "v1-required"),
  row("port without a number", container("ports: [{name: web}]"), "v1-required"),
  row("environment without a name", container("env: [{value: x}]"), "v1-required"),
  row(
    "mount without a path",
    pod("volumes: [{name: v}], containers: [{name: a, image: 'a:1', volumeMounts: [{name: v}]}]"),
    "v1-required",
  ),
  row("container with upper case", pod("containers: [{name: A, image: 'a:1'}]"), "v1-name"),
  row("container with a dot", pod("containers: [{name: a.b, image: 'a:1'}]"), "v1-name"),
  row("container with a digit first", pod("containers: [{name: 1a, image: 'a:1'}]")),
  row("init container with _", pod(`initContainers: [{name: a_b, image: 'a:1'}], ${GOOD}`), "v1-name"),
  row("port name of 15", container("ports: [{name: abcdefghijklmno, containerPort: 1}]")),
  row("port name of 16", container("ports: [{name: abcdefghijklmnop, containerPort: 1}]"), "v1-name"),
  row("port name of digits", container("ports: [{name: '80', containerPort: 80}]"), "v1-name"),
  row("port name with --", container("ports: [{name: a--b, containerPort: 80}]"), "v1-name"),
  row("port 65535", container("ports: [{containerPort: 65535, hostPort: 0}]")),
  row("port 65536", container("ports: [{containerPort: 65536}]"), "v1-number"),
  row("host port too high", container("ports: [{containerPort: 80, hostPort: 65536}]"), "v1-number"),
  row("memory below 0", container("resources: {limits: {memory: -1Gi}}"), "v1-number"),
  row(
    "host network with another host port",
    pod("hostNetwork: true, containers: [{name: a, image: 'a:1', ports: [{containerPort: 80, hostPort: 81}]}]"),
    "v1-host-port",
  ),
  row(
    "host network with the same host port",
    pod("hostNetwork: true, containers: [{name: a, image: 'a:1', ports: [{containerPort: 80, hostPort: 80}]}]"),
  ),
  row(
    "volume of two sources",
    pod(`volumes: [{name: v, emptyDir: {}, hostPath: {path: /a}}], ${GOOD}`),
    "v1-volume-sources",
  ),
  row("volume without a source", pod(`volumes: [{name: v}], ${GOOD}`)),
  row("volume with upper case", pod(`volumes: [{name: V, emptyDir: {}}], ${GOOD}`), "v1-name"),
  row("volume of a path without one", pod(`volumes: [{name: v, hostPath: {}}], ${GOOD}`), "v1-required"),
  row("template without an image", controller("Deployment").replace("image: 'a:1'", "tty: true"), "v1-required"),
  row("service without ports", service(""), "v1-required"),
  row("headless service without ports", plain("v1", "Service", "a", ", spec: {clusterIP: None}")),
  row(
    "external name without ports",
    plain("v1", "Service", "a", ", spec: {type: ExternalName, externalName: a.example.com}"),
  ),
  row("service with two unnamed ports", service("{port: 80}, {port: 81}"), "v1-required", "v1-required"),
  row("service with port 0", service("{port: 0}"), "v1-number"),
  row("service with a target too high", service("{port: 80, targetPort: 65536}"), "v1-number"),
  ...["www.example.com", "127.0.0.1", "0.0.0.0", "169.254.1.1", "fe80::1"].map((address) =>
    row(
      `service at ${address}`,
      plain("v1", "Service", "a", `, spec: {ports: [{port: 80}], externalIPs: ['${address}']}`),
      "v1-address",
    ),
  ),
  row(
    "service at an address",
    plain("v1", "Service", "a", ", spec: {ports: [{port: 80}], externalIPs: [192.168.2.15]}"),
  ),
];

function describe(yaml: string): string {
  const { apiVersion, kind } = load(yaml) as { apiVersion: string; kind: string };
  return `${kind} of ${apiVersion}`;
}
