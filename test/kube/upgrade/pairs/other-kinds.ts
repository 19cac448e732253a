import { controllerPair, group, newPod, oldPod, type Json, type Pair } from "./pair.ts";

const GONE = "upgrade-key-gone";
const LABELS = { name: "a" };
const POD_STATE = oldPod()["desiredState"] as Json;
const POD_SPEC = newPod()["spec"] as Json;

const TEMPLATE = { labels: LABELS, desiredState: POD_STATE };
const NEW_TEMPLATE = { metadata: { labels: LABELS }, spec: POD_SPEC };

const template = (name: string, old: Json, expected: Json, codes: string[] = []): Pair => {
  return controllerPair(
    name,
    { replicas: 1, podTemplate: { ...TEMPLATE, ...old } },
    { replicas: 1, template: expected },
    codes,
  );
};

const object = (kind: string, name: string, old: Json, expected: Json, codes: string[] = [], newKind = kind): Pair => ({
  name,
  old: { kind, apiVersion: "v1beta1", id: "a", ...old },
  new: { apiVersion: "v1", kind: newKind, metadata: { name: "a" }, ...expected },
  codes,
});

const list = (kind: string, items: Json[], rest: Json = {}): Json => ({ kind, apiVersion: "v1beta1", items, ...rest });

const { kind: _kind, apiVersion: _apiVersion, ...KINDLESS_POD } = oldPod();

/** Section 3 of the mapping, the other kinds, and lists. */
export const OTHER_PAIRS: Pair[] = [
  ...group("replication controller", [
    template("plain", {}, NEW_TEMPLATE),
    controllerPair("no replicas", { podTemplate: TEMPLATE }, { replicas: 0, template: NEW_TEMPLATE }, [
      "upgrade-replicas",
    ]),
    controllerPair("replicas: 0", { replicas: 0, podTemplate: TEMPLATE }, { replicas: 0, template: NEW_TEMPLATE }),
    controllerPair(
      "replicas in quotes",
      { replicas: "1", podTemplate: TEMPLATE },
      { replicas: 0, template: NEW_TEMPLATE },
      ["upgrade-type"],
    ),
    controllerPair(
      "selector",
      { replicas: 1, replicaSelector: LABELS, podTemplate: TEMPLATE },
      { replicas: 1, selector: LABELS, template: NEW_TEMPLATE },
    ),
    controllerPair(
      "an empty selector",
      { replicas: 1, replicaSelector: {}, podTemplate: TEMPLATE },
      { replicas: 1, template: NEW_TEMPLATE },
    ),
    controllerPair(
      "a selector that doesn't match",
      { replicas: 1, replicaSelector: { name: "b" }, podTemplate: TEMPLATE },
      { replicas: 1, selector: { name: "b" }, template: NEW_TEMPLATE },
      ["v1-selector"],
    ),
    controllerPair("no template", { replicas: 1, replicaSelector: LABELS }, { replicas: 1, selector: LABELS }, [
      "v1-required",
    ]),
    template(
      "annotations",
      { annotations: { a: "b" } },
      { ...NEW_TEMPLATE, metadata: { labels: LABELS, annotations: { a: "b" } } },
    ),
    template("an id of the template", { id: "b" }, NEW_TEMPLATE, [GONE]),
    template("no labels", { labels: {} }, { spec: POD_SPEC }, ["v1-required"]),
    template(
      "a host",
      { desiredState: { ...POD_STATE, host: "node-1" } },
      { ...NEW_TEMPLATE, spec: { ...POD_SPEC, nodeName: "node-1" } },
    ),
    template(
      "nodeSelector",
      { nodeSelector: { disk: "ssd" } },
      { ...NEW_TEMPLATE, spec: { ...POD_SPEC, nodeSelector: { disk: "ssd" } } },
    ),
    template(
      "serviceAccount",
      { serviceAccount: "robot" },
      { ...NEW_TEMPLATE, spec: { ...POD_SPEC, serviceAccountName: "robot" } },
    ),
    template(
      "restartPolicy always",
      { desiredState: oldPod({ restartPolicy: { always: {} } })["desiredState"] },
      { ...NEW_TEMPLATE, spec: { ...POD_SPEC, restartPolicy: "Always" } },
    ),
    template(
      "restartPolicy never",
      { desiredState: oldPod({ restartPolicy: { never: {} } })["desiredState"] },
      { ...NEW_TEMPLATE, spec: { ...POD_SPEC, restartPolicy: "Never" } },
      ["v1-restart-policy"],
    ),
  ]),
  ...group("node", [
    object(
      "Minion",
      "plain",
      { labels: { disk: "ssd" } },
      { metadata: { name: "a", labels: { disk: "ssd" } } },
      [],
      "Node",
    ),
    object("Node", "under its new name", {}, {}),
    object(
      "Minion",
      "what it was told",
      { podCIDR: "10.1.0.0/24", unschedulable: true },
      { spec: { podCIDR: "10.1.0.0/24", unschedulable: true } },
      [],
      "Node",
    ),
    object(
      "Minion",
      "what its kubelet tells",
      { hostIP: "10.0.0.1", resources: { capacity: { cpu: 4 } }, status: {} },
      {},
      [GONE, GONE, GONE],
      "Node",
    ),
  ]),
  ...group("namespace", [
    object("Namespace", "plain", {}, {}),
    object(
      "Namespace",
      "finalizers and status",
      { spec: { finalizers: ["kubernetes"] }, status: { phase: "Active" } },
      {},
      [GONE, GONE],
    ),
  ]),
  ...group("secret", [
    object(
      "Secret",
      "data",
      { data: { password: "c2VjcmV0" }, type: "Opaque" },
      { type: "Opaque", data: { password: "c2VjcmV0" } },
    ),
    object("Secret", "empty", {}, {}),
  ]),
  ...group("endpoints", [
    object(
      "Endpoints",
      "subsets",
      { subsets: [{ addresses: [{ IP: "10.0.0.1" }], ports: [{ name: "w", port: 80, protocol: "TCP" }] }] },
      { subsets: [{ addresses: [{ ip: "10.0.0.1" }], ports: [{ name: "w", port: 80, protocol: "TCP" }] }] },
    ),
    object(
      "Endpoints",
      "flat",
      { protocol: "UDP", endpoints: ["10.0.0.1:53", "10.0.0.2:53", "10.0.0.3:54"] },
      {
        subsets: [
          { addresses: [{ ip: "10.0.0.1" }, { ip: "10.0.0.2" }], ports: [{ port: 53, protocol: "UDP" }] },
          { addresses: [{ ip: "10.0.0.3" }], ports: [{ port: 54, protocol: "UDP" }] },
        ],
      },
    ),
    object(
      "Endpoints",
      "flat beside subsets",
      { endpoints: ["10.0.0.9:1"], subsets: [{ addresses: [{ IP: "10.0.0.1" }], ports: [{ port: 80 }] }] },
      { subsets: [{ addresses: [{ ip: "10.0.0.1" }], ports: [{ port: 80 }] }] },
      ["upgrade-key-overridden"],
    ),
    { ...object("Endpoints", "flat without a port", { endpoints: ["10.0.0.9"] }, {}, ["upgrade-endpoint"]), new: null },
  ]),
  ...group("list", [
    { name: "of anything", old: list("List", [oldPod()]), new: { apiVersion: "v1", kind: "List", items: [newPod()] } },
    {
      name: "of one kind",
      old: list("PodList", [KINDLESS_POD]),
      new: { apiVersion: "v1", kind: "PodList", items: [newPod()] },
    },
    {
      name: "of v1 with old items",
      old: { kind: "List", apiVersion: "v1", items: [newPod(), oldPod()] },
      new: { kind: "List", apiVersion: "v1", items: [newPod(), newPod()] },
    },
    {
      name: "metadata",
      old: list("PodList", [KINDLESS_POD], { resourceVersion: 1, selfLink: "/api" }),
      new: { apiVersion: "v1", kind: "PodList", items: [newPod()] },
      codes: [GONE, GONE],
    },
    {
      name: "of minions",
      old: { kind: "MinionList", apiVersion: "v1beta1", minions: [{ id: "a" }] },
      new: { apiVersion: "v1", kind: "NodeList", items: [{ apiVersion: "v1", kind: "Node", metadata: { name: "a" } }] },
    },
    { name: "of a kind that is not known", old: list("EventList", [{ id: "a" }]), new: null, codes: ["upgrade-kind"] },
  ]),
];
