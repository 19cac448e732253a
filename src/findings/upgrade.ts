import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that rewriting old API versions as v1 needs. */
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
  "upgrade-kind": defineFinding<{ version: string; kind: string | null; nearest: string | null }>({
    severity: "error",
    message: ({ version, kind }) =>
      kind === null
        ? "the object has no `kind`, and its fields do not tell which it is"
        : `${version} of Kubernetes has no kind \`${kind}\``,
    hint: ({ kind, nearest }) => {
      if (kind === null) return "add `kind`";
      return nearest === null
        ? "delete the object, or rewrite it for the API that has the kind today"
        : `write \`${nearest}\``;
    },
  }),
  "upgrade-version": defineFinding<{ version: string; written: string | null }>({
    severity: "warning",
    message: ({ version, written }) =>
      written === null
        ? `Kubernetes never had \`apiVersion: ${version}\`: the object is left as it is`
        : `the object names \`${version}\`, but has the fields of \`${written}\`: left as it is`,
    hint: ({ written }) =>
      written === null ? "set the `apiVersion` in which the object is written" : `set \`apiVersion: ${written}\``,
  }),
  "upgrade-type": defineFinding<{ version: string; key: string; expected: string; found: string }>({
    severity: "error",
    message: ({ version, key, expected, found }) =>
      `\`${key}\` must be ${expected}, not ${found}: ${version} rejected it`,
    hint: ({ expected }) => `write ${expected}`,
  }),
  "upgrade-key-unknown": defineFinding<{ version: string; key: string }>({
    severity: "warning",
    message: ({ version, key }) => `${version} ignored the unknown key \`${key}\`: left out`,
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
  "upgrade-name": defineFinding<{ name: string; legal: string }>({
    severity: "warning",
    message: ({ name, legal }) => `the API server rejects the name \`${name}\`: written as \`${legal}\``,
    hint: ({ legal }) => `set \`id: ${legal}\`, or another name in lower case`,
  }),
  "upgrade-conflict": defineFinding<{ version: string; key: string; by: string }>({
    severity: "error",
    message: ({ version, key, by }) => `\`${key}\` contradicts \`${by}\`: ${version} rejected that`,
    hint: ({ key, by }) => `delete \`${key}\` or \`${by}\``,
  }),
  "upgrade-restart-policies": defineFinding({
    severity: "error",
    message: () => "the object has more than one restart policy",
    hint: "keep one of `always`, `onFailure` and `never`",
  }),
  "upgrade-replicas": defineFinding<{ version: string }>({
    severity: "note",
    message: ({ version }) =>
      version === "v1beta3"
        ? "without `replicas`, v1beta3 first meant 0 and later 1, as v1 does: left out"
        : `without \`replicas\`, ${version} meant 0 and v1 means 1: written as 0`,
    hint: null,
  }),
  "upgrade-target-port": defineFinding<{ version: string }>({
    severity: "warning",
    message: ({ version }) =>
      `without \`containerPort\`, ${version} used the first port of the pods, and v1 uses the service's own`,
    hint: "add `containerPort` with the port that the containers listen on",
  }),
  "upgrade-cluster-ip": defineFinding<{ key: string; address: string }>({
    severity: "warning",
    message: ({ address }) => `the address \`${address}\` must be in the service range of the new cluster`,
    hint: ({ key }) => `delete \`${key}\` to let the API server choose an address`,
  }),
  "upgrade-field-path": defineFinding<{ version: string; path: string }>({
    severity: "error",
    message: ({ path }) => `the field path \`${path}\` has no counterpart in v1`,
    hint: ({ version }) =>
      version === "v1beta3" ? "use `metadata.name` or `metadata.namespace`" : "use `id` or `namespace`",
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
  "upgrade-read-only": defineFinding<{ kind: string }>({
    severity: "error",
    message: ({ kind }) => `the API server itself reports each \`${kind}\`, and accepts none`,
    hint: "delete the object",
  }),
  "v1-no-name": defineFinding<{ key: string }>({
    severity: "error",
    message: () => "the object has no name, which `kubectl apply` requires",
    hint: ({ key }) => `add \`${key}\`: v1 makes up no name`,
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
