/** v1beta3's ObjectMeta and ListMeta → v1's. */
import { text, textMap, unsigned } from "../decoders.js";
import { gone, inside, move, type Rule, type Shape } from "../rules.js";
import { RESOURCE_VERSION, SERVER_OWNED } from "../shared/server-owned.js";

/** The metadata of an object, and of the pods of a template. */
export const OBJECT_META: Shape = {
  rules: {
    name: move("name", text),
    generateName: move("generateName", text),
    namespace: move("namespace", text),
    labels: move("labels", textMap),
    annotations: move("annotations", textMap),
    uid: gone(SERVER_OWNED, text),
    creationTimestamp: gone(SERVER_OWNED, text),
    deletionTimestamp: gone(SERVER_OWNED, text),
    selfLink: gone(SERVER_OWNED, text),
    resourceVersion: gone(RESOURCE_VERSION, text),
    generation: gone(SERVER_OWNED, unsigned),
  },
};

/** The rows that every object has; `kind` and `apiVersion` are handled elsewhere. */
export const METADATA: Readonly<Record<string, Rule>> = {
  apiVersion: move("apiVersion", { expected: "text", decode: () => "v1" }),
  kind: (field, target) => target.set(["kind"], target.get(["kind"]), field.path),
  metadata: inside(OBJECT_META, "metadata"),
};

/** Metadata of a list. */
export const LIST_METADATA: Readonly<Record<string, Rule>> = {
  metadata: inside({ rules: { selfLink: gone(SERVER_OWNED, text), resourceVersion: gone(SERVER_OWNED, text) } }, null),
};
