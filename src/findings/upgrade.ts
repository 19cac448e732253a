import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that rewriting v1beta1 as v1 needs. */
export const UPGRADE_FINDINGS = {
  "upgrade-not-manifest": defineFinding<{ type: string }>({
    severity: "error",
    message: ({ type }) => `is ${type}, not a Kubernetes manifest`,
    hint: "list manifests alone",
  }),
  "upgrade-syntax": defineFinding<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `can't be upgraded: not valid YAML (${reason})`,
    hint: "correct it",
  }),
  "upgrade-kind": defineFinding<{ kind: string | null }>({
    severity: "error",
    message: ({ kind }) =>
      kind === null ? "the object has no kind, and its shape shows none" : `"${kind}" is no kind that can be upgraded`,
    hint: "kinds are written in exact case; these can be upgraded: Pod, Service, ReplicationController, Minion, Node, Namespace, Secret, Endpoints, and lists",
  }),
  "upgrade-version": defineFinding<{ version: string }>({
    severity: "warning",
    message: ({ version }) => `an object like this of apiVersion "${version}" can't be upgraded: left as it is`,
    hint: "correct its apiVersion, or rewrite it by hand: v1beta3 has v1's shape, and some of v1beta1's names",
  }),
  "upgrade-type": defineFinding<{ key: string; expected: string; found: string }>({
    severity: "error",
    message: ({ key, expected, found }) => `${key} must be ${expected}, not ${found}: v1beta1 refused it`,
    hint: "correct the value",
  }),
  "upgrade-key-unknown": defineFinding<{ key: string }>({
    severity: "warning",
    message: ({ key }) => `${key} is no key of v1beta1, which ignored it: left out`,
    hint: "correct its name or its place, or delete it",
  }),
  "upgrade-key-gone": defineFinding<{ key: string; reason: string }>({
    severity: "note",
    message: ({ key, reason }) => `${key} has no counterpart in v1: left out (${reason})`,
    hint: null,
  }),
  "upgrade-key-overridden": defineFinding<{ key: string; by: string }>({
    severity: "warning",
    message: ({ key, by }) => `${key} is left out: where both are given, ${by} counts`,
    hint: "delete one of the two",
  }),
  "upgrade-conflict": defineFinding<{ key: string; by: string }>({
    severity: "error",
    message: ({ key, by }) => `${key} contradicts ${by}: v1beta1 refused that`,
    hint: "delete one of the two",
  }),
  "upgrade-restart-policies": defineFinding({
    severity: "error",
    message: () => "there can be only one restart policy",
    hint: "leave one of always, onFailure, never",
  }),
  "upgrade-replicas": defineFinding({
    severity: "note",
    message: () => "without replicas v1beta1 meant 0, v1 means 1: written as 0",
    hint: null,
  }),
  "upgrade-target-port": defineFinding({
    severity: "warning",
    message: () =>
      "without a containerPort v1beta1 meant the first port of the selected pods, v1 means the service's own port",
    hint: "add containerPort with the port that the containers listen on",
  }),
  "upgrade-cluster-ip": defineFinding<{ address: string }>({
    severity: "warning",
    message: ({ address }) => `the address ${address} must be in the new cluster's range for services`,
    hint: "delete portalIP to let the server choose",
  }),
  "upgrade-field-path": defineFinding<{ path: string }>({
    severity: "error",
    message: ({ path }) => `the field path ${path} has no counterpart in v1`,
    hint: "use id or namespace",
  }),
  "upgrade-endpoint": defineFinding<{ endpoint: string }>({
    severity: "error",
    message: ({ endpoint }) => `"${endpoint}" is no ADDRESS:PORT`,
    hint: "write it as 10.0.0.1:80",
  }),
  "upgrade-comment": defineFinding({
    severity: "note",
    message: () => "the comment is left out with what it stood at",
    hint: null,
  }),
  "upgrade-json-comments": defineFinding<{ count: number }>({
    severity: "note",
    message: ({ count }) => `${count} comment${count === 1 ? " is" : "s are"} left out: JSON has none`,
    hint: null,
  }),
  "v1-no-name": defineFinding({
    severity: "error",
    message: () => "the object has no name: v1beta1 made one up for pods and controllers, `kubectl apply` needs one",
    hint: "add an id",
  }),
  "v1-selector": defineFinding({
    severity: "error",
    message: () => "an API server refuses a selector that doesn't match the labels of the pod template",
    hint: "give the template the labels that the selector names",
  }),
  "v1-restart-policy": defineFinding({
    severity: "error",
    message: () => "an API server refuses a restart policy other than Always in a replication controller",
    hint: "delete it",
  }),
};
