import { group, manifestPair, newPod, oldPod, volumePair, type Json, type Pair } from "./pair.ts";

const GONE = "upgrade-key-gone";
const TYPE = "upgrade-type";
const REQUIRED = "v1-required";

const policy = (name: string, restartPolicy: unknown, expected: string): Pair => {
  return manifestPair(name, { restartPolicy }, { restartPolicy: expected });
};

const web = (ports: Json): Json => ({ containers: [{ name: "a", image: "a:1", ports: [ports] }] });

/** Sections 2 and 4 of the mapping: pods, manifests, volumes. */
export const POD_PAIRS: Pair[] = [
  ...group("pod", [
    { name: "host", old: oldPod({}, {}, { host: "node-1" }), new: newPod({ nodeName: "node-1" }) },
    { name: "status in the desired state", old: oldPod({}, {}, { status: "Running" }), new: newPod(), codes: [GONE] },
    {
      name: "what was found",
      old: oldPod({}, {}, { hostIP: "1.2.3.4", podIP: "1.2.3.5", message: "" }),
      new: newPod(),
      codes: [GONE, GONE, GONE],
    },
    {
      name: "nodeSelector",
      old: oldPod({}, { nodeSelector: { disk: "ssd" } }),
      new: newPod({ nodeSelector: { disk: "ssd" } }),
    },
    {
      name: "serviceAccount",
      old: oldPod({}, { serviceAccount: "robot" }),
      new: newPod({ serviceAccountName: "robot" }),
    },
    {
      name: "the restart policy of v0.2",
      old: oldPod({}, {}, { restartpolicy: { type: "RestartOnFailure" } }),
      new: newPod({ restartPolicy: "OnFailure" }),
    },
    manifestPair("version, id and uuid", { version: "v1beta1", id: "b", uuid: "c" }, {}, [GONE, GONE, GONE]),
    manifestPair("version of something else", { version: "v7" }, {}, [GONE]),
    manifestPair("no containers", { containers: [] }, null, [REQUIRED]),
    manifestPair("containers that are a mapping", { containers: {} }, null, [TYPE, REQUIRED]),
    { name: "a state that is text", old: { ...oldPod(), desiredState: "up" }, new: null, codes: [TYPE, REQUIRED] },
  ]),
  ...group("restartPolicy", [
    policy("always", { always: {} }, "Always"),
    policy("onFailure", { onFailure: {} }, "OnFailure"),
    policy("never", { never: {} }, "Never"),
    policy("empty", {}, "Always"),
    policy("always that is null", { always: null }, "Always"),
    policy("null beside a member", { always: null, never: {} }, "Never"),
    manifestPair("null", { restartPolicy: null }, {}),
    manifestPair("several", { restartPolicy: { never: {}, onFailure: {} } }, null, ["upgrade-restart-policies"]),
    manifestPair("text", { restartPolicy: "Always" }, {}, [TYPE]),
    manifestPair("a member that is text", { restartPolicy: { always: "yes" } }, null, [TYPE]),
  ]),
  ...group("pod spec", [
    manifestPair("dnsPolicy", { dnsPolicy: "Default" }, { dnsPolicy: "Default" }),
    manifestPair("hostNetwork", { hostNetwork: true }, { hostNetwork: true }),
    manifestPair(
      "hostNetwork with equal ports",
      { hostNetwork: true, ...web({ containerPort: 80, hostPort: 80 }) },
      { hostNetwork: true, ...web({ containerPort: 80, hostPort: 80 }) },
    ),
    manifestPair(
      "hostNetwork with other ports",
      { hostNetwork: true, ...web({ containerPort: 80, hostPort: 8080 }) },
      { hostNetwork: true, ...web({ containerPort: 80, hostPort: 8080 }) },
      ["v1-host-port"],
    ),
    manifestPair(
      "terminationGracePeriodSeconds",
      { terminationGracePeriodSeconds: 5 },
      { terminationGracePeriodSeconds: 5 },
    ),
    manifestPair("activeDeadlineSeconds", { activeDeadlineSeconds: 60 }, { activeDeadlineSeconds: 60 }),
    manifestPair("imagePullSecrets", { imagePullSecrets: [{ name: "s" }] }, { imagePullSecrets: [{ name: "s" }] }),
    manifestPair("hostNetwork that is text", { hostNetwork: "yes" }, {}, [TYPE]),
  ]),
  ...group("volume", [
    manifestPair("volumes that are null", { volumes: null }, {}),
    manifestPair("volumes that are empty", { volumes: [] }, {}),
    volumePair("no source", {}, { emptyDir: {} }),
    volumePair("a source that is null", { source: null }, { emptyDir: {} }),
    volumePair("an empty source", { source: {} }, { emptyDir: {} }),
    volumePair("hostDir", { source: { hostDir: { path: "/srv" } } }, { hostPath: { path: "/srv" } }),
    volumePair("hostDir without path", { source: { hostDir: {} } }, { hostPath: {} }, [REQUIRED]),
    volumePair("hostPath, which is v1's", { source: { hostPath: { path: "/srv" } } }, { emptyDir: {} }, [
      "upgrade-key-unknown",
    ]),
    volumePair("a source without the level", { hostDir: { path: "/srv" } }, { emptyDir: {} }, ["upgrade-key-unknown"]),
    volumePair("emptyDir", { source: { emptyDir: {} } }, { emptyDir: {} }),
    volumePair(
      "emptyDir in memory",
      { source: { emptyDir: { medium: "Memory" } } },
      { emptyDir: { medium: "Memory" } },
    ),
    volumePair(
      "persistentDisk",
      { source: { persistentDisk: { pdName: "d", fsType: "ext4", partition: 1, readOnly: true } } },
      { gcePersistentDisk: { pdName: "d", fsType: "ext4", partition: 1, readOnly: true } },
    ),
    volumePair(
      "gitRepo",
      { source: { gitRepo: { repository: "git://a/b", revision: "c" } } },
      { gitRepo: { repository: "git://a/b", revision: "c" } },
    ),
    volumePair("secret", { source: { secret: { target: { name: "s" } } } }, { secret: { secretName: "s" } }),
    volumePair("secret by id, which was ignored", { source: { secret: { target: { id: "s" } } } }, { secret: {} }, [
      "upgrade-key-unknown",
      REQUIRED,
    ]),
    volumePair(
      "awsElasticBlockStore",
      { source: { awsElasticBlockStore: { volumeID: "v", fsType: "ext4" } } },
      { awsElasticBlockStore: { volumeID: "v", fsType: "ext4" } },
    ),
    volumePair(
      "nfs",
      { source: { nfs: { server: "s", path: "/p", readOnly: true } } },
      { nfs: { server: "s", path: "/p", readOnly: true } },
    ),
    volumePair(
      "iscsi",
      { source: { iscsi: { targetPortal: "10.0.0.1", iqn: "iqn.2014-10.com.example:a", lun: 0, fsType: "ext4" } } },
      { iscsi: { targetPortal: "10.0.0.1", iqn: "iqn.2014-10.com.example:a", lun: 0, fsType: "ext4" } },
    ),
    volumePair(
      "glusterfs",
      { source: { glusterfs: { endpoints: "e", path: "p" } } },
      { glusterfs: { endpoints: "e", path: "p" } },
    ),
    volumePair(
      "rbd",
      { source: { rbd: { monitors: ["10.0.0.1:6789"], image: "i", pool: "p", secretRef: { name: "s" } } } },
      { rbd: { monitors: ["10.0.0.1:6789"], image: "i", pool: "p", secretRef: { name: "s" } } },
    ),
    volumePair(
      "persistentVolumeClaim",
      { source: { persistentVolumeClaim: { claimName: "c", readOnly: true } } },
      { persistentVolumeClaim: { claimName: "c", readOnly: true } },
    ),
    volumePair(
      "two sources",
      { source: { emptyDir: {}, hostDir: { path: "/srv" } } },
      { hostPath: { path: "/srv" }, emptyDir: {} },
      ["v1-volume-sources"],
    ),
    manifestPair("a name with upper case", { volumes: [{ name: "V" }] }, { volumes: [{ name: "V", emptyDir: {} }] }, [
      "v1-name",
    ]),
  ]),
];
