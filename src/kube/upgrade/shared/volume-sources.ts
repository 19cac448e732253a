/** The sources of volumes with the same keys in every version. */
import { flag, integer, text, texts } from "../decoders.js";
import { inside, move, type Rule } from "../rules.js";

/** A source with the same name in both versions. */
export function source(name: string, rules: Readonly<Record<string, Rule>>): Rule {
  return inside({ rules }, name);
}

/** An empty text is read as the empty mapping that was meant. */
export const EMPTY_DIR: Rule = (field, target, fields) => {
  if (field.value === "") target.set(["emptyDir"], {}, field.path);
  else source("emptyDir", { medium: move("medium", text) })(field, target, fields);
};

export const HOST_PATH: Rule = inside({ rules: { path: move("path", text) } }, "hostPath");

export const PERSISTENT_DISK: Rule = source("gcePersistentDisk", {
  pdName: move("pdName", text),
  fsType: move("fsType", text),
  partition: move("partition", integer),
  readOnly: move("readOnly", flag),
});

/** Those of a volume and of a PersistentVolume. */
export const NETWORK_SOURCES: Readonly<Record<string, Rule>> = {
  awsElasticBlockStore: source("awsElasticBlockStore", {
    volumeID: move("volumeID", text),
    fsType: move("fsType", text),
    partition: move("partition", integer),
    readOnly: move("readOnly", flag),
  }),
  nfs: source("nfs", { server: move("server", text), path: move("path", text), readOnly: move("readOnly", flag) }),
  iscsi: source("iscsi", {
    targetPortal: move("targetPortal", text),
    iqn: move("iqn", text),
    lun: move("lun", integer),
    fsType: move("fsType", text),
    readOnly: move("readOnly", flag),
  }),
  glusterfs: source("glusterfs", {
    endpoints: move("endpoints", text),
    path: move("path", text),
    readOnly: move("readOnly", flag),
  }),
  rbd: source("rbd", {
    monitors: move("monitors", texts),
    image: move("image", text),
    fsType: move("fsType", text),
    pool: move("pool", text),
    user: move("user", text),
    keyring: move("keyring", text),
    secretRef: inside({ rules: { name: move("name", text) } }, "secretRef"),
    readOnly: move("readOnly", flag),
  }),
};

export const GIT_REPO: Rule = source("gitRepo", {
  repository: move("repository", text),
  revision: move("revision", text),
});
