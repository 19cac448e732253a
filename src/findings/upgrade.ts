import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that rewriting v1beta1 as v1 needs. */
export const UPGRADE_FINDINGS = {
  "upgrade-not-manifest": defineFinding<{ type: string }>({
    severity: "error",
    message: ({ type }) => `\`${type}\` is not the type of a Kubernetes manifest`,
    hint: "list only manifests",
  }),
  "upgrade-syntax": defineFinding<{ reason: string; fix: string }>({
    severity: "error",
    message: ({ reason }) => `the manifest is not valid YAML: ${reason}`,
    hint: ({ fix }) => fix,
  }),
  "upgrade-kind": defineFinding<{ kind: string | null }>({
    severity: "error",
    message: ({ kind }) =>
      kind === null
        ? "the object has no `kind`, and its fields do not tell which it is"
        : `objects of the kind \`${kind}\` can't be upgraded`,
    hint: "use `Pod`, `Service`, `ReplicationController`, `Minion`, `Node`, `Namespace`, `Secret` or `Endpoints` (case matters), or a list of them",
  }),
  "upgrade-version": defineFinding<{ version: string }>({
    severity: "warning",
    message: ({ version }) => `objects of \`apiVersion: ${version}\` can't be upgraded: left as it is`,
    hint: "set the `apiVersion` in which it is written, or rewrite it by hand: v1beta3 is like v1, with some names of v1beta1",
  }),
  "upgrade-type": defineFinding<{ key: string; expected: string; found: string }>({
    severity: "error",
    message: ({ key, expected, found }) => `\`${key}\` must be ${expected}, not ${found}: v1beta1 rejected it`,
    hint: ({ expected }) => `write ${expected}`,
  }),
  "upgrade-key-unknown": defineFinding<{ key: string }>({
    severity: "warning",
    message: ({ key }) => `v1beta1 ignored the unknown key \`${key}\`: left out`,
    hint: "check its name and indentation, or delete it",
  }),
  "upgrade-key-gone": defineFinding<{ key: string; reason: string }>({
    severity: "note",
    message: ({ key, reason }) => `\`${key}\` has no counterpart in v1: left out (${reason})`,
    hint: null,
  }),
  "upgrade-key-overridden": defineFinding<{ key: string; by: string }>({
    severity: "warning",
    message: ({ key, by }) => `\`${key}\` is left out, because \`${by}\` takes precedence`,
    hint: ({ key }) => `delete \`${key}\``,
  }),
  "upgrade-conflict": defineFinding<{ key: string; by: string }>({
    severity: "error",
    message: ({ key, by }) => `\`${key}\` contradicts \`${by}\`: v1beta1 rejected that`,
    hint: ({ key, by }) => `delete \`${key}\` or \`${by}\``,
  }),
  "upgrade-restart-policies": defineFinding({
    severity: "error",
    message: () => "the object has more than one restart policy",
    hint: "keep one of `always`, `onFailure` and `never`",
  }),
  "upgrade-replicas": defineFinding({
    severity: "note",
    message: () => "without `replicas`, v1beta1 meant 0 and v1 means 1: written as 0",
    hint: null,
  }),
  "upgrade-target-port": defineFinding({
    severity: "warning",
    message: () => "without `containerPort`, v1beta1 used the first port of the pods, and v1 uses the service's own",
    hint: "add `containerPort` with the port that the containers listen on",
  }),
  "upgrade-cluster-ip": defineFinding<{ address: string }>({
    severity: "warning",
    message: ({ address }) => `the address \`${address}\` must be in the service range of the new cluster`,
    hint: "delete `portalIP` to let the API server choose an address",
  }),
  "upgrade-field-path": defineFinding<{ path: string }>({
    severity: "error",
    message: ({ path }) => `the field path \`${path}\` has no counterpart in v1`,
    hint: "use `id` or `namespace`",
  }),
  "upgrade-endpoint": defineFinding<{ endpoint: string }>({
    severity: "error",
    message: ({ endpoint }) => `\`${endpoint}\` is not an address and a port`,
    hint: "write it like `10.0.0.1:80`",
  }),
  "upgrade-comment": defineFinding({
    severity: "note",
    message: () => "the comment is left out, as is the key that it belongs to",
    hint: null,
  }),
  "upgrade-json-comments": defineFinding<{ count: number }>({
    severity: "note",
    message: ({ count }) =>
      `${count} comment${count === 1 ? " is" : "s are"} left out, because JSON does not allow comments`,
    hint: null,
  }),
  "v1-no-name": defineFinding({
    severity: "error",
    message: () => "the object has no name, which `kubectl apply` requires",
    hint: "add an `id`; v1beta1 made up names for pods and controllers, v1 does not",
  }),
  "v1-selector": defineFinding({
    severity: "error",
    message: () => "the selector does not match the labels of the pod template",
    hint: "set the labels that the selector names in the template",
  }),
  "v1-restart-policy": defineFinding({
    severity: "error",
    message: () => "the API server rejects a restart policy other than `Always` in a replication controller",
    hint: "delete the restart policy",
  }),
};
