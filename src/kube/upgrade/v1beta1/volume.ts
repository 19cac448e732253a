/** v1beta1's volumes → v1's: the `source` level disappears. */
import { flag, text } from "../decoders.js";
import { gone, inside, move, unless, type Shape } from "../rules.js";
import { EMPTY_DIR, GIT_REPO, HOST_PATH, NETWORK_SOURCES, PERSISTENT_DISK, source } from "../shared/volume-sources.js";

const SECRET: Shape = { rules: { target: inside({ rules: { name: move("secretName", text) } }, null) } };

/** Each is at `source.KEY` in v1beta1 and at KEY in v1, two with another name. */
const SOURCES: Shape = {
  rules: {
    hostDir: HOST_PATH,
    emptyDir: EMPTY_DIR,
    persistentDisk: PERSISTENT_DISK,
    gitRepo: GIT_REPO,
    secret: inside(SECRET, "secret"),
    ...NETWORK_SOURCES,
    persistentVolumeClaim: source("persistentVolumeClaim", {
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
    const from = fields.get("source") ?? self;
    if (Object.keys(written).every((key) => key === "name")) target.set(["emptyDir"], {}, from.path);
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
