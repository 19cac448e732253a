/** Sets of files that a server takes in some order, and the order in which they must be delivered. */

/** A set, as listed. */
export interface ObjectSet {
  name: string;
  /** The texts by file name. `X` stands for what makes the names of a set differ from those of others. */
  files: Readonly<Record<string, string>>;
  /** The delivered parts: the file name, and the kinds in it. */
  delivered: readonly string[];
  /** The codes of the findings, and their lines. */
  told: readonly string[];
}

const crd = (kind: string): string => {
  const plural = `${kind.toLowerCase()}s`;
  const versions = "{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}";
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ${plural}.X.example.com}
spec: {group: X.example.com, scope: Namespaced, names: {kind: ${kind}, plural: ${plural}}, versions: [${versions}]}
`;
};

const custom = (kind: string, namespace = "default"): string =>
  `apiVersion: X.example.com/v1\nkind: ${kind}\nmetadata: {name: one, namespace: ${namespace}}\n`;

const plain = (kind: string, metadata: string, rest = "", version = "v1"): string =>
  `apiVersion: ${version}\nkind: ${kind}\nmetadata: {${metadata}}\n${rest}`;

const namespace = (name = "X"): string => plain("Namespace", `name: ${name}`);

const configMap = (name: string, inside = "X"): string => plain("ConfigMap", `name: ${name}, namespace: ${inside}`);

/** Without a token, which no controller makes on a server for tests. */
const pod = (spec = "serviceAccountName: X", inside = "X"): string =>
  plain(
    "Pod",
    `name: pod, namespace: ${inside}`,
    `spec: {automountServiceAccountToken: false, containers: [{name: a, image: a}], ${spec}}\n`,
  );

const account = plain("ServiceAccount", "name: X, namespace: X");

const webhook = (group: string, resource: string): string =>
  plain(
    "ValidatingWebhookConfiguration",
    "name: X",
    `webhooks:
- name: a.X.example.com
  clientConfig: {service: {namespace: X, name: hook}}
  rules: [{operations: [CREATE, UPDATE], apiGroups: ["${group}"], apiVersions: ["*"], resources: [${resource}]}]
  namespaceSelector: {matchLabels: {set: X}}
  sideEffects: None
  admissionReviewVersions: [v1]
`,
    "admissionregistration.k8s.io/v1",
  );

const labelled = plain("Namespace", "name: X, labels: {set: X}");

const files = (...documents: string[]): string => documents.join("---\n");

const yamlList = (...documents: string[]): string => {
  const items = documents.map((text) => `- ${text.trimEnd().replaceAll("\n", "\n  ")}\n`);
  return `apiVersion: v1\nkind: List\nitems:\n${items.join("")}`;
};

const deployment = (name: string): string =>
  plain(
    "Deployment",
    `name: ${name}, namespace: X`,
    `spec: {selector: {matchLabels: {a: ${name}}}, template: {metadata: {labels: {a: ${name}}}, spec: {containers: [{name: a, image: a}]}}}\n`,
    "apps/v1",
  );

const service = (name: string): string =>
  plain("Service", `name: ${name}, namespace: X`, `spec: {selector: {a: ${name}}, ports: [{port: 80}]}\n`);

const app = (name: string): string => files(deployment(name), service(name));

const priority = plain("PriorityClass", "name: X", "value: 5\n", "scheduling.k8s.io/v1");

const runtime = plain("RuntimeClass", "name: X", "handler: x\n", "node.k8s.io/v1");

export const OBJECT_SETS: readonly ObjectSet[] = [
  {
    name: "definitions, then a namespace with a custom object",
    files: { "1-crds.yaml": crd("Web"), "2-app.yaml": files(namespace(), custom("Web", "X")) },
    delivered: ["1-crds.yaml: CustomResourceDefinition", "2-app.yaml: Namespace Web"],
    told: [],
  },
  {
    name: "a priority class, then a namespace with a pod of it",
    files: {
      "1-priority.yaml": priority,
      "2-app.yaml": files(namespace(), account, pod("serviceAccountName: X, priorityClassName: X")),
    },
    delivered: ["1-priority.yaml: PriorityClass", "2-app.yaml: Namespace ServiceAccount Pod"],
    told: [],
  },
  {
    name: "a definition and its custom object in one file",
    files: { "all.yaml": files(crd("Web"), namespace(), configMap("a"), custom("Web", "X")) },
    delivered: ["all-1.yaml: CustomResourceDefinition Namespace", "all-2.yaml: ConfigMap Web"],
    told: ["manifest-split all.yaml:14"],
  },
  {
    name: "a custom object above its definition",
    files: { "all.yaml": files(custom("Web"), crd("Web")) },
    delivered: ["all-1.yaml: CustomResourceDefinition", "all-2.yaml: Web"],
    told: ["manifest-split all.yaml:1"],
  },
  {
    name: "a List of a definition and its custom object",
    files: { "all.yaml": yamlList(custom("Web", "X"), crd("Web"), namespace()) },
    delivered: ["all-1.yaml: CustomResourceDefinition Namespace", "all-2.yaml: Web"],
    told: ["manifest-split all.yaml:4"],
  },
  {
    name: "two files, each with the namespace of the other",
    files: {
      "a.yaml": files(namespace("X-a"), configMap("one", "X-b")),
      "b.yaml": files(namespace("X-b"), configMap("one", "X-a")),
    },
    delivered: ["a-1.yaml: Namespace", "b.yaml: Namespace ConfigMap", "a-2.yaml: ConfigMap"],
    told: ["manifest-split a.yaml:5"],
  },
  {
    name: "two files, each with the definition of the other",
    files: { "a.yaml": files(crd("Web"), custom("Job")), "b.yaml": files(crd("Job"), custom("Web")) },
    delivered: ["a-1.yaml: CustomResourceDefinition", "b.yaml: CustomResourceDefinition Web", "a-2.yaml: Job"],
    told: ["manifest-split a.yaml:6"],
  },
  {
    name: "a pod whose service account is in another file, in the namespace of its own",
    files: { "pod.yaml": files(namespace(), pod()), "account.yaml": account },
    delivered: ["pod-1.yaml: Namespace", "account.yaml: ServiceAccount", "pod-2.yaml: Pod"],
    told: ["manifest-split pod.yaml:5"],
  },
  {
    name: "a pod whose runtime class is in another file, beside what needs its namespace",
    files: {
      "pod.yaml": files(namespace(), account, pod("serviceAccountName: X, runtimeClassName: X")),
      "runtime.yaml": files(configMap("a"), runtime),
    },
    delivered: ["runtime-1.yaml: RuntimeClass", "pod.yaml: Namespace ServiceAccount Pod", "runtime-2.yaml: ConfigMap"],
    told: ["manifest-split runtime.yaml:1"],
  },
  {
    name: "a pod above its namespace, account and priority class",
    files: { "all.yaml": files(pod("serviceAccountName: X, priorityClassName: X"), account, priority, namespace()) },
    delivered: ["all.yaml: PriorityClass Namespace ServiceAccount Pod"],
    told: ["documents-ordered all.yaml:1"],
  },
  {
    name: "a webhook before what it would judge",
    files: {
      "hook.yaml": files(webhook("", "configmaps"), labelled),
      "app.yaml": files(service("hook"), configMap("a")),
    },
    delivered: ["hook-1.yaml: Namespace", "app.yaml: ConfigMap Service", "hook-2.yaml: ValidatingWebhookConfiguration"],
    told: ["manifest-split hook.yaml:1"],
  },
  {
    name: "a webhook above the custom object that it would judge",
    files: { "all.yaml": files(crd("Web"), labelled, webhook("X.example.com", "webs"), custom("Web", "X")) },
    delivered: ["all-1.yaml: CustomResourceDefinition Namespace", "all-2.yaml: Web ValidatingWebhookConfiguration"],
    told: ["manifest-split all.yaml:21"],
  },
  {
    name: "deployments with their services, which need no order",
    files: { "0.yaml": namespace(), "a.yaml": app("a"), "b.yaml": app("b"), "c.yaml": app("c") },
    delivered: [
      "0.yaml: Namespace",
      "a.yaml: Service Deployment",
      "b.yaml: Service Deployment",
      "c.yaml: Service Deployment",
    ],
    told: [],
  },
  {
    name: "a file of each kind, the last ones first",
    files: {
      "a.yaml": webhook("apps", "deployments"),
      "b.yaml": custom("Web", "X"),
      "c.yaml": deployment("a"),
      "d.yaml": service("a"),
      "e.yaml": configMap("a"),
      "f.yaml": labelled,
      "g.yaml": crd("Web"),
    },
    delivered: [
      "f.yaml: Namespace",
      "g.yaml: CustomResourceDefinition",
      "e.yaml: ConfigMap",
      "d.yaml: Service",
      "c.yaml: Deployment",
      "b.yaml: Web",
      "a.yaml: ValidatingWebhookConfiguration",
    ],
    told: [],
  },
];
