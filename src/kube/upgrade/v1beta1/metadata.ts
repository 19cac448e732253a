/** v1beta1's flat metadata → `metadata` (mapping of TypeMeta and of the labels that each type had). */
import { DNS_SUBDOMAIN, suggestName } from "../../rules/check-name.js";
import { integer, text, textMap, unsigned } from "../decoders.js";
import { decode, gone, move, type Rule } from "../rules.js";
import { RESOURCE_VERSION, SERVER_OWNED } from "../shared/server-owned.js";

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
  resourceVersion: gone(RESOURCE_VERSION, unsigned),
};

/**
 * The name of a pod or replication controller, which could be any text before Kubernetes 0.12 (pkg/api/validation): no
 * object refers to it, so one with capitals is replaced by the nearest legal name.
 */
export const FREE_NAME: Rule = (field, target) => {
  const name = decode(field, text, target) as string | null;
  if (name === null) return;
  const legal = DNS_SUBDOMAIN.pattern.test(name) ? name : (suggestName(name, DNS_SUBDOMAIN) ?? name);
  if (legal !== name) target.report("upgrade-name", field.path, { name, legal });
  target.set(["metadata", "name"], legal, field.path);
};

/** Metadata of a list. */
export const LIST_METADATA: Readonly<Record<string, Rule>> = {
  id: gone("lists have no name", text),
  name: gone("lists have no name", text),
  uid: gone(SERVER_OWNED, text),
  creationTimestamp: gone(SERVER_OWNED, text),
  selfLink: gone(SERVER_OWNED, text),
  resourceVersion: gone(SERVER_OWNED, integer),
  namespace: gone("its items have their own", text),
  labels: gone("lists have no labels", textMap),
  annotations: gone("lists have no annotations", textMap),
};
