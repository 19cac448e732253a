/** v1beta1's flat metadata → `metadata` (mapping of TypeMeta and of the labels that each type had). */
import { integer, text, textMap, unsigned } from "../decoders.js";
import { gone, move, type Rule } from "../rules.js";

const SERVER_OWNED = "the API server sets it";

/** The rows that every object has; `kind` and `apiVersion` are handled elsewhere. */
export const METADATA: Readonly<Record<string, Rule>> = {
  apiVersion: move("apiVersion", { expected: "text", decode: () => "v1" }),
  kind: (field, target) => target.set(["kind"], target.get(["kind"]), field.path),
  id: move("metadata.name", text),
  generateName: move("metadata.generateName", text),
  namespace: move("metadata.namespace", text),
  labels: move("metadata.labels", textMap),
  annotations: move("metadata.annotations", textMap),
  uid: gone(SERVER_OWNED, text),
  creationTimestamp: gone(SERVER_OWNED, text),
  deletionTimestamp: gone(SERVER_OWNED, text),
  selfLink: gone(SERVER_OWNED, text),
  resourceVersion: gone("`kubectl apply` would reject the object", unsigned),
};

/** The observed state, which only the server writes. */
export const STATUS: Rule = gone("the API server sets the status");

/** Metadata of a list. */
export const LIST_METADATA: Readonly<Record<string, Rule>> = {
  id: gone("lists have no name", text),
  uid: gone(SERVER_OWNED, text),
  creationTimestamp: gone(SERVER_OWNED, text),
  selfLink: gone(SERVER_OWNED, text),
  resourceVersion: gone(SERVER_OWNED, integer),
  namespace: gone("its items have their own", text),
  annotations: gone("lists have no annotations", textMap),
};
