/** v1beta3's volumes → v1's. */
import { flag, text } from "../decoders.js";
import { gone, inside, move, unless, type Rule, type Shape } from "../rules.js";
import { EMPTY_DIR, GIT_REPO, HOST_PATH, NETWORK_SOURCES, PERSISTENT_DISK, source } from "../shared/volume-sources.js";

/** The secret's name; at first a reference with a kind and a namespace, which could be no other than these. */
const SECRET = source("secret", {
  secretName: move("secretName", text),
  target: unless(
    "secretName",
    inside(
      {
        rules: {
          kind: gone("only a secret can be mounted", text),
          namespace: gone("the secret is in the namespace of the pod", text),
          name: move("secretName", text),
        },
      },
      null,
    ),
  ),
});

/** The claim's name; in a first form a reference to it, with the mode that the claim itself has. */
const CLAIM = source("persistentVolumeClaim", {
  claimName: move("claimName", text),
  claimRef: unless("claimName", inside({ rules: { name: move("claimName", text) } }, null)),
  accessMode: gone("the claim has its access modes", text),
  readOnly: move("readOnly", flag),
});

/** The sources; three had another name while v1beta3 was new, as in v1beta1. */
const SOURCES: Readonly<Record<string, Rule>> = {
  hostDir: unless("hostPath", HOST_PATH),
  hostPath: HOST_PATH,
  emptyDir: EMPTY_DIR,
  persistentDisk: unless("gcePersistentDisk", PERSISTENT_DISK),
  gcePersistentDisk: PERSISTENT_DISK,
  gitRepo: GIT_REPO,
  secret: SECRET,
  ...NETWORK_SOURCES,
  persistentVolumeClaim: CLAIM,
};

/** While v1beta3 was new, the source was a level below. A volume without a source was an empty folder. */
export const VOLUME: Shape = {
  rules: { name: move("name", text), source: inside({ rules: SOURCES }, null), ...SOURCES },
  finish: (fields, target, self) => {
    const written = target.get([]) as object;
    const from = fields.get("source") ?? self;
    if (Object.keys(written).every((key) => key === "name")) target.set(["emptyDir"], {}, from.path);
  },
};
