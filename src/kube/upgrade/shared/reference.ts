/** ObjectReference → v1's. */
import { text } from "../decoders.js";
import { gone, move, type Shape } from "../rules.js";

export const REFERENCE: Shape = {
  rules: {
    kind: move("kind", text),
    namespace: move("namespace", text),
    name: move("name", text),
    uid: move("uid", text),
    fieldPath: move("fieldPath", text),
    apiVersion: gone("the object has another version now", text),
    resourceVersion: gone("it names a state of the object that has passed", text),
  },
};

/** LocalObjectReference. */
export const LOCAL_REFERENCE: Shape = { rules: { name: move("name", text) } };
