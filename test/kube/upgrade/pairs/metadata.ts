import { group, newPod, oldPod, type Json, type Pair } from "./pair.ts";

const GONE = "upgrade-key-gone";
const TYPE = "upgrade-type";

const own = (name: string, rest: Json, metadata: Json, codes: string[] = []): Pair => {
  return { name, old: oldPod({}, rest), new: newPod({}, metadata), codes };
};

const refused = (name: string, rest: Json, codes = [TYPE]): Pair => ({ name, old: oldPod({}, rest), new: null, codes });

const BARE_STATE = { manifest: { version: "v1beta1", id: "b", containers: [{ name: "a", image: "a:1" }] } };

/** Sections 0, 1 and 7 of the mapping: envelope, metadata, objects without a kind or version. */
export const METADATA_PAIRS: Pair[] = [
  ...group("envelope", [
    own("v1beta1", {}, {}),
    own("v1beta2 has the same shape", { apiVersion: "v1beta2" }, {}),
    own("a key that v1beta1 doesn't know", { metadata: { name: "b" } }, {}, ["upgrade-key-unknown"]),
    own("keys in another case", { LABELS: { a: "b" } }, { labels: { a: "b" } }),
    own("a key in two cases", { Labels: { a: "b" }, labels: { c: "d" } }, { labels: { c: "d" } }, [
      "upgrade-key-overridden",
    ]),
    refused("a kind in another case", { kind: "pod" }, ["upgrade-kind"]),
    refused("a kind that is not known", { kind: "Event" }, ["upgrade-kind"]),
    refused("no kind, and a shape that shows none", { kind: null, desiredState: {} }, ["upgrade-kind"]),
  ]),
  ...group("metadata", [
    own("namespace", { namespace: "shop" }, { namespace: "shop" }),
    own("labels", { labels: { name: "db", tier: "back" } }, { labels: { name: "db", tier: "back" } }),
    own("labels that are empty", { labels: {} }, {}),
    own("labels that are null", { labels: null }, {}),
    own("annotations", { annotations: { "example.com/a": "b c" } }, { annotations: { "example.com/a": "b c" } }),
    own("generateName beside a name", { generateName: "a-" }, { generateName: "a-" }),
    own("uid", { uid: "1234" }, {}, [GONE]),
    own("creationTimestamp", { creationTimestamp: "2014-10-01T10:00:00Z" }, {}, [GONE]),
    own("creationTimestamp of nothing", { creationTimestamp: null }, {}),
    own("deletionTimestamp", { deletionTimestamp: "2014-10-01T10:00:00Z" }, {}, [GONE]),
    own("selfLink", { selfLink: "/api/v1beta1/pods/a" }, {}, [GONE]),
    own("resourceVersion", { resourceVersion: 42 }, {}, [GONE]),
    own("resourceVersion 0", { resourceVersion: 0 }, {}, [GONE]),
    own("resourceVersion in quotes", { resourceVersion: "42" }, {}, [TYPE, GONE]),
    own("currentState", { currentState: { status: "Running", info: {} } }, {}, [GONE]),
    own("labels of numbers", { labels: { version: 1 } }, {}, [TYPE]),
    own("labels that are a list", { labels: ["a"] }, {}, [TYPE]),
    own("a namespace that is a number", { namespace: 1 }, {}, [TYPE]),
    { name: "no id", old: { ...oldPod(), id: null }, new: null, codes: ["v1-no-name"] },
    {
      name: "no id, and no fallback to the manifest's",
      old: { ...oldPod({ id: "b" }), id: "" },
      new: null,
      codes: ["v1-no-name", GONE],
    },
    {
      name: "an upper-case id",
      old: oldPod({}, { id: "MyPod_1" }),
      new: newPod({}, { name: "my-pod-1" }),
      codes: ["upgrade-name"],
    },
    { name: "an id with dots", old: oldPod({}, { id: "my.pod" }), new: newPod({}, { name: "my.pod" }) },
  ]),
  ...group("bare", [
    { name: "a pod", old: { id: "a", desiredState: BARE_STATE }, new: newPod(), codes: [GONE, GONE] },
    {
      name: "a pod with a kind alone",
      old: { kind: "Pod", id: "a", desiredState: BARE_STATE },
      new: newPod(),
      codes: [GONE, GONE],
    },
    {
      name: "a pod with a version alone",
      old: { apiVersion: "v1beta1", id: "a", desiredState: BARE_STATE },
      new: newPod(),
      codes: [GONE, GONE],
    },
    {
      name: "a service",
      old: { id: "a", port: 80, containerPort: 80, selector: { name: "a" } },
      new: {
        apiVersion: "v1",
        kind: "Service",
        metadata: { name: "a" },
        spec: { selector: { name: "a" }, ports: [{ port: 80, targetPort: 80 }] },
      },
    },
    {
      name: "a replication controller",
      old: {
        id: "a",
        desiredState: { replicas: 2, podTemplate: { labels: { name: "a" }, desiredState: oldPod()["desiredState"] } },
      },
      new: {
        apiVersion: "v1",
        kind: "ReplicationController",
        metadata: { name: "a" },
        spec: {
          replicas: 2,
          template: { metadata: { labels: { name: "a" } }, spec: { containers: [{ name: "a", image: "a:1" }] } },
        },
      },
    },
  ]),
];
