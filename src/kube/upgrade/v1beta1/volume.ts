/** v1beta1's volumes → v1's: the `source` level disappears. */
import { flag, integer, text, texts } from "../decoders.js";
import { gone, inside, move, unless, type Rule, type Shape } from "../rules.js";

/** A source with the same keys in both versions. */
function same(name: string, rules: Readonly<Record<string, Rule>>): Rule {
  return inside({ rules }, name);
}

const SECRET: Shape = { rules: { target: inside({ rules: { name: move("secretName", text) } }, null) } };

const PERSISTENT_DISK: Shape = {
  rules: {
    pdName: move("pdName", text),
    fsType: move("fsType", text),
    partition: move("partition", integer),
    readOnly: move("readOnly", flag),
  },
};

const RBD: Readonly<Record<string, Rule>> = {
  monitors: move("monitors", texts),
  image: move("image", text),
  fsType: move("fsType", text),
  pool: move("pool", text),
  user: move("user", text),
  keyring: move("keyring", text),
  secretRef: inside({ rules: { name: move("name", text) } }, "secretRef"),
  readOnly: move("readOnly", flag),
};

/** Each is at `source.KEY` in v1beta1 and at KEY in v1, two with another name. */
const SOURCES: Shape = {
  rules: {
    hostDir: inside({ rules: { path: move("path", text) } }, "hostPath"),
    emptyDir: same("emptyDir", { medium: move("medium", text) }),
    persistentDisk: inside(PERSISTENT_DISK, "gcePersistentDisk"),
    gitRepo: same("gitRepo", { repository: move("repository", text), revision: move("revision", text) }),
    secret: inside(SECRET, "secret"),
    awsElasticBlockStore: same("awsElasticBlockStore", {
      volumeID: move("volumeID", text),
      fsType: move("fsType", text),
      partition: move("partition", integer),
      readOnly: move("readOnly", flag),
    }),
    nfs: same("nfs", { server: move("server", text), path: move("path", text), readOnly: move("readOnly", flag) }),
    iscsi: same("iscsi", {
      targetPortal: move("targetPortal", text),
      iqn: move("iqn", text),
      lun: move("lun", integer),
      fsType: move("fsType", text),
      readOnly: move("readOnly", flag),
    }),
    glusterfs: same("glusterfs", {
      endpoints: move("endpoints", text),
      path: move("path", text),
      readOnly: move("readOnly", flag),
    }),
    rbd: same("rbd", RBD),
    persistentVolumeClaim: same("persistentVolumeClaim", {
      claimName: move("claimName", text),
      readOnly: move("readOnly", flag),
    }),
  },
};

/** A volume without a source was an empty folder. */
export const VOLUME: Shape = {
  rules: { name: move("name", text), source: inside(SOURCES, null) },
  finish: (fields, target, self) => {
    const written = target.get([]) as object;
    const source = fields.get("source") ?? self;
    if (Object.keys(written).every((key) => key === "name")) target.set(["emptyDir"], {}, source.path);
  },
};

/** The path of a mount has either of two names. */
export const VOLUME_MOUNT: Shape = {
  rules: {
    name: move("name", text),
    path: unless("mountPath", move("mountPath", text)),
    mountPath: move("mountPath", text),
    readOnly: move("readOnly", flag),
    mountType: gone("the source of the volume implies it", text),
  },
};
